package hub.connecteam;

/**
 * What a run found and did, in rows.
 *
 * @param seen records understood
 * @param skipped records that could not be used
 * @param unknown records of people whom {@code employees} does not know (shifts), or must not get to know (archived people)
 */
public record Changes(int seen, int skipped, int unknown, int added, int changed) {

    /** In one line, for the run ledger. */
    public String summary() {
        return "%d seen, %d added, %d changed, %d of unknown people, %d unreadable"
                .formatted(seen, added, changed, unknown, skipped);
    }
}
