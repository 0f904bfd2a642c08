package hub.projections.position;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A set of MySQL's GTIDs: {@code uuid:1-5:7,uuid:tag:1-3}. Members are counted apart for each server and, since MySQL 8.3,
 * each tag.
 *
 * @param intervals by {@code uuid} or {@code uuid:tag}: disjoint, not adjacent, ascending
 */
record GtidSet(Map<String, List<Interval>> intervals) {

    /** Both ends included. */
    record Interval(long first, long last) {}

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TAG = Pattern.compile("[a-z_][a-z0-9_]{0,31}");
    private static final Pattern INTERVAL = Pattern.compile("[0-9]{1,19}(-[0-9]{1,19})?");

    /** @throws IllegalArgumentException if {@code text} is not such a set, or has no member */
    static GtidSet parse(String text) {
        Map<String, List<Interval>> found = new HashMap<>();
        for (String part : text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1)) {
            String[] words = part.split(":", -1);
            if (words.length < 2 || !UUID.matcher(words[0]).matches()) {
                throw new IllegalArgumentException("not a GTID set: " + text);
            }
            String member = words[0];
            boolean empty = true;
            for (int i = 1; i < words.length; i++) {
                if (INTERVAL.matcher(words[i]).matches()) {
                    found.computeIfAbsent(member, missing -> new ArrayList<>()).add(interval(words[i]));
                    empty = false;
                } else if (TAG.matcher(words[i]).matches() && (i == 1 || !empty)) {
                    member = words[0] + ":" + words[i];
                    empty = true;
                } else {
                    throw new IllegalArgumentException("not a GTID set: " + text);
                }
            }
            if (empty) {
                throw new IllegalArgumentException("not a GTID set: " + text);
            }
        }
        found.replaceAll((member, intervals) -> merged(intervals));
        return new GtidSet(Map.copyOf(found));
    }

    private static Interval interval(String text) {
        int dash = text.indexOf('-');
        long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(text.substring(dash + 1));
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("not an interval: " + text);
        }
        return new Interval(first, last);
    }

    private static List<Interval> merged(List<Interval> intervals) {
        intervals.sort(Comparator.comparingLong(Interval::first));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : intervals) {
            Interval last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.first() - 1 <= last.last()) {
                merged.set(merged.size() - 1, new Interval(last.first(), Math.max(last.last(), next.last())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    Containment in(GtidSet held) {
        long known = intervals.keySet().stream()
                .filter(member -> held.knows(server(member)))
                .count();
        if (known == 0) {
            return Containment.OTHER_HISTORY;
        }
        if (known < intervals.size()) {
            return Containment.PARTLY_UNKNOWN;
        }
        boolean all = intervals.entrySet().stream()
                .allMatch(member -> member.getValue().stream()
                        .allMatch(interval -> held.intervals.getOrDefault(member.getKey(), List.of()).stream()
                                .anyMatch(whole ->
                                        whole.first() <= interval.first() && interval.last() <= whole.last())));
        return all ? Containment.CONTAINED : Containment.NOT_YET;
    }

    /** A server that is known may begin to use a new tag. */
    private boolean knows(String server) {
        return intervals.keySet().stream().anyMatch(member -> server(member).equals(server));
    }

    private static String server(String member) {
        int tag = member.indexOf(':');
        return tag < 0 ? member : member.substring(0, tag);
    }
}
