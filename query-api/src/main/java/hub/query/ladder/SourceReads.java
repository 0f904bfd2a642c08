package hub.query.ladder;

import hub.mysql.MysqlBoards;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What {@link MysqlBoards} offers, as an interface, so that tests need no MySQL. */
public interface SourceReads {

    /** See {@link MysqlBoards#inOneRead(Function)}. */
    <T> Mono<T> inOneRead(Function<MysqlBoards.OneRead, Mono<T>> use);

    static SourceReads of(MysqlBoards boards) {
        return new SourceReads() {
            @Override
            public <T> Mono<T> inOneRead(Function<MysqlBoards.OneRead, Mono<T>> use) {
                return boards.inOneRead(use);
            }
        };
    }
}
