package hub.testkit.faults;

import hub.testkit.hub.HubProcess;
import hub.testkit.hub.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What holds whatever goes wrong, watched by a reader that asks for one view while a fault is under way: an answer has a
 * position and a state, or is a 503 with a problem; what calls itself live says as of when, and never goes back within a
 * generation; and a process that survives has answered, keeps no more files open than before, and takes no more memory than
 * its heap and what a virtual machine needs beside it. No answer at all is no violation of a process that did not survive.
 */
final class StandingMeasures implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Connections come and go; a leak goes on. */
    private static final long MORE_FILES = 40;

    /** Beside the heap: code, classes, stacks, buffers. */
    private static final long BESIDE_HEAP_MB = 250;

    private final FaultBench bench;
    private final HubProcess before;
    private final long filesBefore;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<String, Long> furthest = new HashMap<>(); // of the watcher's thread, until it has ended
    private final Set<String> violations = new TreeSet<>(); // the same
    private final Thread watcher;
    private int answers; // the same

    StandingMeasures(FaultBench bench) {
        this.bench = bench;
        before = bench.hub();
        filesBefore = before.openFiles();
        watcher = Thread.ofPlatform().daemon().name("standing-measures").start(this::watch);
    }

    private void watch() {
        do { // once at least, however quick the row is
            HubProcess asked = bench.hub();
            try {
                look(asked, asked.dashboard().leaderboard(bench.today()));
            } catch (UncheckedIOException nobodyAnswers) {
                // Dead, stopped or starting.
            } catch (RuntimeException e) {
                violations.add("an answer that cannot be read: " + e);
            }
            FaultBench.pause(PAUSE);
        } while (!ended.get());
    }

    private void look(HubProcess asked, Reply reply) {
        answers++;
        if (reply.status() == 503) {
            boolean typed = reply.header("Content-Type").orElse("").startsWith("application/problem+json")
                    && reply.json().has("type");
            note(typed, "a 503 without a problem: " + reply);
            return;
        }
        note(reply.status() == 200, "an answer that is neither 200 nor 503: " + reply);
        if (reply.status() != 200) {
            return;
        }
        String state = reply.header("Hub-State").orElse("");
        String position = reply.header("Hub-Position")
                .or(() -> reply.header("Hub-Position-At-Least"))
                .orElse("");
        note(!state.isEmpty() && !position.isEmpty(), "an answer without state or position: " + reply.headers());
        boolean asOf = !reply.header("Hub-As-Of").orElse("").isEmpty();
        note(asOf || !state.equals("live"), "a live answer that does not say as of when it is: " + reply.headers());
        if (state.equals("live") && !reply.header("Hub-Source").orElse("").contains("mysql")) {
            String history = asked.api() + " " + reply.header("Hub-Generation").orElse("");
            long now = transactions(position);
            long was = furthest.getOrDefault(history, 0L);
            note(now >= was, "live answers went back from " + was + " transactions to " + position);
            furthest.put(history, Math.max(was, now));
        }
    }

    private void note(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }

    /** How many transactions a position in text contains: {@code mysql-gtid:UUID:1-7:9,…} or {@code mariadb-gtid:0-1-7,…}. */
    static long transactions(String position) {
        return switch (position.substring(0, Math.max(0, position.indexOf(':')))) {
            case "mysql-gtid" ->
                Arrays.stream(position.substring("mysql-gtid:".length()).split(",", -1))
                        .flatMap(source -> Arrays.stream(source.split(":", -1)).skip(1))
                        .mapToLong(StandingMeasures::length)
                        .sum();
            case "mariadb-gtid" ->
                Arrays.stream(position.substring("mariadb-gtid:".length()).split(",", -1))
                        .mapToLong(gtid -> Long.parseLong(gtid.substring(gtid.lastIndexOf('-') + 1)))
                        .sum();
            default -> 0;
        };
    }

    private static long length(String interval) {
        int dash = interval.indexOf('-');
        return dash < 0
                ? 1
                : Long.parseLong(interval.substring(dash + 1)) - Long.parseLong(interval.substring(0, dash)) + 1;
    }

    /** How many answers were looked at. */
    int answers() {
        return answers;
    }

    /** Of a process that survived; 0 of another. */
    long moreFiles() {
        return survived() ? before.openFiles() - filesBefore : 0;
    }

    /** What the process takes now, in MB. */
    long residentMb() {
        return bench.hub().residentMb();
    }

    private boolean survived() {
        return bench.hub().equals(before) && before.isAlive();
    }

    /** What did not hold; complete once this is closed. */
    Set<String> violations() {
        Set<String> all = new TreeSet<>(violations);
        if (moreFiles() > MORE_FILES) {
            all.add(moreFiles() + " more files open than before");
        }
        long resident = residentMb();
        if (resident > HubProcess.heapMb() + BESIDE_HEAP_MB) {
            all.add("the process takes " + resident + " MB with a heap of " + HubProcess.heapMb());
        }
        if (survived() && answers == 0) {
            all.add("no answer from a process that survived");
        }
        return all;
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
