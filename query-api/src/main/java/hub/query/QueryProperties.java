package hub.query;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the query role, {@code hub.api.*}.
 *
 * @param keys entries {@code id:sha256hex:scope+scope}; without any, every request is refused
 * @param hotViews how many answers are kept ready
 * @param storeTimeout after how long a look at the store is given up and the next rung is tried
 * @param mysqlWhileFilling whether MySQL answers before the first generation is live, although it is being read in full
 */
@ConfigurationProperties("hub.api")
public record QueryProperties(
        @DefaultValue List<String> keys,
        @DefaultValue("500") int hotViews,
        @DefaultValue("1s") Duration storeTimeout,
        @DefaultValue("false") boolean mysqlWhileFilling) {}
