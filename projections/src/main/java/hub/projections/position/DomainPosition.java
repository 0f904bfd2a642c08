package hub.projections.position;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MariaDB's GTID position, {@code domain-server-sequence} for each replication domain. Within a domain sequences only grow,
 * whichever server writes; so the last one of a domain stands for all before it.
 *
 * @param last by domain
 */
record DomainPosition(Map<Long, Gtid> last) {

    record Gtid(long server, long sequence) {}

    private static final Pattern GTID = Pattern.compile("([0-9]{1,10})-([0-9]{1,10})-([0-9]{1,19})");

    /** @throws IllegalArgumentException if {@code text} is not such a position */
    static DomainPosition parse(String text) {
        Map<Long, Gtid> last = new HashMap<>();
        for (String part : text.replaceAll("\\s", "").split(",", -1)) {
            Matcher gtid = GTID.matcher(part);
            if (!gtid.matches()) {
                throw new IllegalArgumentException("not a GTID position: " + text);
            }
            Gtid parsed = new Gtid(Long.parseLong(gtid.group(2)), Long.parseLong(gtid.group(3)));
            last.merge(Long.valueOf(gtid.group(1)), parsed, (a, b) -> a.sequence() < b.sequence() ? b : a);
        }
        return new DomainPosition(Map.copyOf(last));
    }

    Containment in(DomainPosition held) {
        long known = last.keySet().stream().filter(held.last::containsKey).count();
        if (known == 0) {
            return Containment.OTHER_HISTORY;
        }
        if (known < last.size()) {
            return Containment.PARTLY_UNKNOWN;
        }
        boolean contained = true;
        for (Map.Entry<Long, Gtid> domain : last.entrySet()) {
            Gtid wanted = domain.getValue();
            Gtid reached = held.last.get(domain.getKey());
            if (reached == null || reached.sequence() < wanted.sequence()) {
                contained = false;
            } else if (reached.sequence() == wanted.sequence() && reached.server() != wanted.server()) {
                return Containment.OTHER_HISTORY;
            }
        }
        return contained ? Containment.CONTAINED : Containment.NOT_YET;
    }
}
