package hub.connecteam;

import java.util.List;

/**
 * What a run found and did, in rows.
 *
 * @param seen records understood
 * @param skipped records that could not be used
 * @param unknown records of people whom {@code employees} does not know (shifts), or must not get to know (archived people)
 * @param leftOut Connecteam's ids of people whose rows the database refused; they are among those added or changed
 */
public record Changes(int seen, int skipped, int unknown, int added, int changed, List<String> leftOut) {

    private static final int NAMED = 10;

    public Changes {
        leftOut = List.copyOf(leftOut);
    }

    Changes(int seen, int skipped, int unknown, int added, int changed) {
        this(seen, skipped, unknown, added, changed, List.of());
    }

    Changes without(List<String> refused) {
        return new Changes(seen, skipped, unknown, added, changed, refused);
    }

    /** In one line, for the run ledger. */
    public String summary() {
        return "%d seen, %d added, %d changed, %d of unknown people, %d unreadable"
                        .formatted(seen, added, changed, unknown, skipped)
                + refused();
    }

    private String refused() {
        if (leftOut.isEmpty()) {
            return "";
        }
        int more = leftOut.size() - NAMED;
        return "; the database refused " + leftOut.size() + " of these, Connecteam's users "
                + String.join(", ", more > 0 ? leftOut.subList(0, NAMED) : leftOut)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
