package hub.ingest;

/**
 * Why a stream cannot be continued exactly from its checkpoint. Only a new generation helps, or giving the source back what
 * it has lost.
 *
 * @param what happened, with the values that show it
 */
public record StreamBreak(Cause cause, String what) {

    /** How a failure begins that only the stream itself could find: a MariaDB does not list what it has purged. */
    public static final String PURGED = "the source cannot send its binlog from the checkpoint on: ";

    public enum Cause {
        /** The server is another one than the checkpoint's, or has another identity since. */
        OTHER_SERVER,
        /** The checkpoint contains transactions that the server does not: a restored dump, a reset binary log. */
        AHEAD_OF_SOURCE,
        /** The server has purged binary logs that the checkpoint still needs. */
        POSITION_PURGED,
        /** The stored schema history is not the one that the checkpoint belongs to. */
        SCHEMA_HISTORY_DAMAGED,
        /** A table that was followed is not there any more. The stream tells of one that was dropped, not of one renamed. */
        TABLE_GONE
    }
}
