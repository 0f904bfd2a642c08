package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Mode;
import java.util.function.LongSupplier;

/** One check of boards for a job that is on, and one for its shadow, which writes nothing: not even a canary. */
record Checks(BoardCheck on, BoardCheck shadow) {

    /**
     * Cells and figures: what both sides make of a row in the same wrong way only SQL sees.
     *
     * @param database where the figures are asked for
     * @param canary commits the next canary to MySQL, and returns its number
     * @param seen waits for one that others commit
     */
    static Checks against(
            MysqlBoards mysql,
            JobsDatabase database,
            Stored stored,
            LongSupplier canary,
            LongSupplier seen,
            BoardCheck.Seen rounds) {
        Oracle oracle = new Figures(database);
        return new Checks(
                BoardCheck.against(mysql, oracle, stored, canary, rounds),
                BoardCheck.against(mysql, oracle, stored, seen, rounds));
    }

    BoardCheck of(Mode mode) {
        return mode == Mode.SHADOW ? shadow : on;
    }
}
