package hub.query;

import hub.query.boards.BoardSource;
import hub.redis.BoardReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query role. Needs a {@link BoardReader}, a {@link java.time.Clock} and a registry of meters. */
@Configuration(proxyBeanMethods = false)
@Import(ServingConfiguration.class)
public class QueryConfiguration {

    @Bean
    BoardSource boardSource(BoardReader reader) {
        return BoardSource.of(reader);
    }
}
