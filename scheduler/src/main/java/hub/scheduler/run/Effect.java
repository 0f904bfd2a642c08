package hub.scheduler.run;

import java.sql.SQLException;

/** What a run writes to MySQL. Called by one thread. */
public interface Effect {

    /**
     * Writes, in the transaction that also records the success; neither commits nor rolls back.
     *
     * @return what was done, in one line for operators; no personal data
     */
    String write(JobTransaction transaction) throws SQLException;

    /**
     * Says what {@link #write} would change, and writes nothing.
     *
     * @return the differences, in one line for operators; no personal data
     */
    String compare(JobTransaction transaction) throws SQLException;

    /** Nothing in MySQL: all was done while preparing. */
    static Effect none(String summary) {
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) {
                return summary;
            }

            @Override
            public String compare(JobTransaction transaction) {
                return summary;
            }
        };
    }
}
