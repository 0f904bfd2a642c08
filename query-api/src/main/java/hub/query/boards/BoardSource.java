package hub.query.boards;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import hub.redis.BoardReader;
import hub.redis.PartitionVersion;
import hub.redis.Pulse;
import hub.redis.ReadResult;
import hub.redis.StoreSignal;
import hub.redis.WholeRead;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store as the serving side sees it: what {@link BoardReader} offers, as an interface, so that tests can lose
 * signals and turn back time.
 */
public interface BoardSource {

    /** See {@link BoardReader#look}. */
    Mono<ReadResult> look(Generation generation, Map<PartitionId, @Nullable PartitionVersion> held, int fields);

    /** See {@link BoardReader#read(Generation, Map)}. */
    default Mono<ReadResult> read(Generation generation, Map<PartitionId, @Nullable PartitionVersion> held) {
        return WholeRead.of((versions, fields) -> look(generation, versions, fields), held);
    }

    /** See {@link BoardReader#signals()}. */
    Flux<StoreSignal> signals();

    /** See {@link BoardReader#pulse()}. */
    Mono<Pulse> pulse();

    static BoardSource of(BoardReader reader) {
        return new BoardSource() {
            @Override
            public Mono<ReadResult> look(
                    Generation generation, Map<PartitionId, @Nullable PartitionVersion> held, int fields) {
                return reader.look(generation, held, fields);
            }

            @Override
            public Flux<StoreSignal> signals() {
                return reader.signals();
            }

            @Override
            public Mono<Pulse> pulse() {
                return reader.pulse();
            }
        };
    }
}
