package hub.query.boards;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store as the serving side sees it. Every method may fail with {@link BoardsUnavailable}. */
public interface BoardSource {

    /** The sequence to pass for a partition that is not held. */
    long NOT_HELD = -1;

    /**
     * One atomic look at the generation: its checkpoint, and the contents of those partitions that were touched after
     * the sequence at which they are held. A partition that is not in the result stands as it is held.
     *
     * @return empty if the generation does not exist
     */
    Mono<Reading> read(Generation generation, Map<PartitionId, Long> held);

    /** Never ends by itself; reconnects, and says so by {@link Signal.Subscribed}. */
    Flux<Signal> signals();

    /** How the live generation and its pipeline are, in one look. */
    Mono<Pulse> pulse();
}
