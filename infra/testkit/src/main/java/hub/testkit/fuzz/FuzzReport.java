package hub.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the requests. Safe for concurrent use. */
public final class FuzzReport {

    private static final int SHOWN = 20;
    private static final int LONGEST = 600;

    private final Leaks leaks;
    private final Map<String, Map<Integer, Long>> byRoute = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Long> liveSets = new ArrayList<>();
    private long requests;
    private long keyed;
    private long failed;
    private long searched;

    FuzzReport(Leaks leaks) {
        this.leaks = leaks;
    }

    /** @param before what was asked on the same connection just before */
    void add(Shot shot, Answer answer, String before) {
        String why = why(shot, answer); // searching takes a while: every thread for itself
        add(shot, answer, before, why);
    }

    private synchronized void add(Shot shot, Answer answer, String before, String why) {
        requests++;
        searched += tellsOfErrors(answer) ? 1 : 0;
        keyed += shot.keyed() ? 1 : 0;
        byRoute.computeIfAbsent(shot.route(), route -> new TreeMap<>()).merge(answer.status(), 1L, Long::sum);
        if (!why.isEmpty()) {
            failed++;
            if (failures.size() < SHOWN) {
                String failure = why + "\n  after: " + before + "\n  asked: " + shown(shot.bytes()) + "\n  answered: "
                        + answer.status() + " " + shown(answer.body().getBytes(StandardCharsets.UTF_8));
                failures.add(failure);
                System.out.println(failure);
            }
        }
    }

    private String why(Shot shot, Answer answer) {
        if (answer.status() >= 500) {
            return "5xx";
        }
        if (answer.status() == 0) {
            return shot.wellFormed() ? "no answer" : "";
        }
        String body = answer.body();
        if (body.contains("/problems/internal") || body.contains("/problems/unavailable")) {
            return "a failure within the answer";
        }
        String leak = tellsOfErrors(answer) ? leaks.in(answer.headers() + body, shot.bytes()) : "";
        return leak.isEmpty() ? "" : "tells \"" + leak + "\"";
    }

    /** An error, or a batch with one in it. */
    private static boolean tellsOfErrors(Answer answer) {
        return answer.status() >= 400 || answer.body().contains("\"problem\":");
    }

    static String shown(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, LONGEST); i++) {
            char c = (char) (bytes[i] & 0xFF);
            text.append(c == '\r' ? "\\r" : c == '\n' ? "\\n" : c < ' ' || c > '~' ? "\\x%02x".formatted((int) c) : c);
        }
        return text.toString();
    }

    /** @param bytes of the heap that are in use after a collection */
    synchronized void liveSet(long bytes) {
        liveSets.add(bytes);
    }

    public synchronized long requests() {
        return requests;
    }

    /** Every status that the route of that name answered with; 0 stands for none. */
    public synchronized Set<Integer> statuses(String route) {
        return Set.copyOf(byRoute.getOrDefault(route, Map.of()).keySet());
    }

    /** Percent of the requests that carried an accepted key, and no other one. */
    public synchronized double keyedPercent() {
        return 100.0 * keyed / requests;
    }

    /** Answers with an error in them, each of which was searched for what it must not tell. */
    public synchronized long searched() {
        return searched;
    }

    /** Requests that were failed at, by 5xx, silence or telling too much; the first of them, with what was asked. */
    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** The largest live set of the last quarter, in parts of the largest one of the second quarter. */
    public synchronized double growth() {
        int quarter = liveSets.size() / 4;
        return (double) most(3 * quarter, liveSets.size()) / most(quarter, 2 * quarter);
    }

    private long most(int from, int to) {
        return liveSets.subList(from, to).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    synchronized String progress() {
        return "%d requests, %.1f %% with an accepted key, %d errors searched, %d failed, live set %.1f MB"
                .formatted(requests, keyedPercent(), searched, failed, liveSets.getLast() / 1e6);
    }

    /** Hits per route and status, and the live sets. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        byRoute.forEach((route, statuses) -> text.append("%-24s %9d  %s%n"
                .formatted(
                        route,
                        statuses.values().stream().mapToLong(Long::longValue).sum(),
                        statuses)));
        text.append(progress()).append('\n');
        text.append("live set after collection, MB: ");
        liveSets.forEach(bytes -> text.append("%.1f ".formatted(bytes / 1e6)));
        if (liveSets.size() >= 4) {
            text.append("%nlast quarter / second quarter: %.3f%n".formatted(growth()));
        }
        failures.forEach(failure -> text.append(failure).append('\n'));
        return text.toString();
    }
}
