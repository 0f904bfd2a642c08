package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.scheduler.run.Mode;
import java.util.function.LongSupplier;

/** One check of boards for a job that is on, and one for its shadow, which writes nothing: not even a canary. */
record Checks(BoardCheck on, BoardCheck shadow) {

    /**
     * @param canary commits the next canary to MySQL, and returns its number
     * @param seen waits for one that others commit
     */
    static Checks against(
            MysqlBoards mysql,
            Oracle oracle,
            Stored stored,
            LongSupplier canary,
            LongSupplier seen,
            BoardCheck.Seen rounds) {
        return new Checks(
                BoardCheck.against(mysql, oracle, stored, canary, rounds),
                BoardCheck.against(mysql, oracle, stored, seen, rounds));
    }

    BoardCheck of(Mode mode) {
        return mode == Mode.SHADOW ? shadow : on;
    }
}
