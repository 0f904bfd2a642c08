package hub.projections.view;

import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import java.time.Instant;
import java.util.Set;

/**
 * The served side of a read model: a pure function from partitions and the clock to an answer.
 *
 * @param <Q> the query: a record of parsed parameters
 * @param <A> the answer: records whose component names, in snake case, are the legacy field names
 */
public interface View<Q, A> {

    /** The route's short name, as batch requests, streams and metrics call it. */
    String name();

    /**
     * All partitions that answering {@code query} at {@code now} reads, as far as can be told from what is loaded. The
     * reader loads what is missing and asks again until nothing is, so a view may follow data (a streak asks for one
     * more day only while it is unbroken). Must include what earlier calls asked for.
     */
    Set<PartitionId> reads(Q query, Boards loaded, Instant now);

    /** The answer; called only when everything that {@link #reads} names is loaded. */
    Answer<A> answer(Q query, Boards boards, Instant now);

    /** The names of all views that the answer is put together from, its own included. */
    default Set<String> parts(Q query) {
        return Set.of(name());
    }

    /** How many answers of single views the answer is as big as. */
    default int weight(Q query) {
        return parts(query).size();
    }

    /**
     * The tables that a source may lack and without which there is no answer, which then fails with {@link
     * hub.projections.source.NotInSource}; see {@link hub.projections.source.SourceTables#require}.
     */
    default Set<Table> needs() {
        return Set.of();
    }

    /** Whether MySQL may be asked for what this reads if nothing else can answer: not for long ranges. */
    default boolean fitsMysql(Q query) {
        return true;
    }
}
