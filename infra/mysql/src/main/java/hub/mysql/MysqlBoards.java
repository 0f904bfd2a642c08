package hub.mysql;

import hub.projections.board.PartitionId;
import hub.projections.model.ReadModel;
import hub.projections.store.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Boards computed from MySQL at the moment of asking: the ladder's last rung. The same cells as in the store, in the
 * store's own field form, so that the same decoding and the same views apply. Holds everything: no horizon. Thread-safe.
 */
public final class MysqlBoards {

    private final SourceRows rows;
    private final List<ReadModel<?>> models;

    public MysqlBoards(SourceRows rows, List<ReadModel<?>> models) {
        this.rows = rows;
        this.models = List.copyOf(models);
    }

    /** Lets {@code use} load partitions, in as many steps as it needs, all from one consistent read. */
    public <T> Mono<T> inOneRead(Function<OneRead, Mono<T>> use) {
        return rows.inOneRead(read -> use.apply(new Loading(read, models)));
    }

    /** The boards of one moment. */
    public interface OneRead {

        /** A position that is certainly contained; {@link SourcePosition#NONE} if the source tells none. */
        SourcePosition positionAtLeast();

        /**
         * The stored fields of exactly the wanted partitions, empty ones included: one range query per table and
         * contiguous range. Ask for one set at a time.
         *
         * @throws IllegalArgumentException if no model feeds a wanted board
         */
        Mono<Map<PartitionId, Map<String, String>>> load(Set<PartitionId> wanted);

        /** False once cells of a row that was read cannot be computed: what was loaded lacks them. */
        boolean complete();
    }
}
