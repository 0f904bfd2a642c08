package hub.query.batch;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import java.time.Instant;
import java.util.Set;

/** One item of a {@link Batch}; equal items have equal answers. */
sealed interface Item {

    /** The name that the caller gave. */
    String view();

    /** The same item, as far as it can be computed from MySQL. */
    Item forMysql();

    /** A view and its query. */
    record Asked<Q>(View<Q, ?> of, Q query) implements Item {

        private static final Problem NOT_FROM_MYSQL = Problem.of(
                ProblemType.UNAVAILABLE,
                "The boards cannot be asked now, and ranges as long as this are not computed from MySQL");

        @Override
        public String view() {
            return of.name();
        }

        Set<PartitionId> reads(Boards loaded, Instant now) {
            return of.reads(query, loaded, now);
        }

        Answer<?> answer(Boards boards, Instant now) {
            return of.answer(query, boards, now);
        }

        @Override
        public Item forMysql() {
            return of.fitsMysql(query) ? this : new Refused(view(), NOT_FROM_MYSQL);
        }
    }

    /** What was refused before any board was looked at. */
    record Refused(String view, Problem problem) implements Item {
        @Override
        public Item forMysql() {
            return this;
        }
    }
}
