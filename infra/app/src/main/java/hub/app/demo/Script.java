package hub.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Turns a day's plan into what the legacy writers do to the database in its course; scores are left to the service's jobs.
 * Pure: same input, same cues.
 */
final class Script {

    private static final Duration WINDOWS_EVERY = Duration.ofMinutes(1);
    private static final Duration SHIFTS_EVERY = Duration.ofMinutes(5);
    private static final Duration MEDDLING_EVERY = Duration.ofMinutes(4);
    private static final Duration REWRITE_EVERY = Duration.ofMinutes(60);
    private static final double REPORTED_AGAIN = 0.15;

    private final Day day;
    private final List<Day> past;
    private final List<Person> crew;
    private final SplittableRandom random;
    private final List<Cue> cues = new ArrayList<>();

    private Script(Day day, List<Day> past, List<Person> crew, long seed) {
        this.day = day;
        this.past = past;
        this.crew = crew;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Everything after {@code from} up to {@code until}, by time.
     *
     * @param past days that the nightly reconciliation may rewrite; may be empty
     */
    static List<Cue> of(Day day, List<Day> past, List<Person> crew, Instant from, Instant until, long seed) {
        Script script = new Script(day, past, crew, seed);
        script.write(from, until);
        script.cues.sort(Comparator.comparing(Cue::at));
        return List.copyOf(script.cues);
    }

    private void write(Instant from, Instant until) {
        for (Instant at = from; !at.isAfter(until); at = at.plus(WINDOWS_EVERY)) {
            syncWindows(at);
        }
        for (Instant at = from; !at.isAfter(until); at = at.plus(SHIFTS_EVERY)) {
            add(at, new Happening.ShiftsSynced(day.shiftsSeenAt(at), at));
        }
        for (Instant at = from.plus(MEDDLING_EVERY); !at.isAfter(until); at = at.plus(MEDDLING_EVERY)) {
            meddle(at);
        }
        for (Instant at = from.plus(REWRITE_EVERY); !at.isAfter(until); at = at.plus(REWRITE_EVERY)) {
            if (!past.isEmpty()) {
                add(at, new Happening.ShiftsRewritten(past.get(random.nextInt(past.size()))));
            }
        }
    }

    private void syncWindows(Instant at) {
        List<Window> reported = new ArrayList<>(day.windowsEnded(at.minus(WINDOWS_EVERY), at));
        for (Window earlier : day.windowsEnded(at.minus(WINDOWS_EVERY.multipliedBy(3)), at.minus(WINDOWS_EVERY))) {
            if (random.nextDouble() < REPORTED_AGAIN) {
                reported.add(earlier.withItems(earlier.items() + 1 + random.nextInt(4)));
            }
        }
        if (!reported.isEmpty()) {
            add(at, new Happening.WindowsSynced(List.copyOf(reported)));
        }
    }

    private void meddle(Instant at) {
        List<Window> recent = day.windowsEnded(at.minus(Duration.ofHours(1)), at);
        if (recent.isEmpty()) {
            return;
        }
        Window window = recent.get(random.nextInt(recent.size()));
        String reportId = window.reportId();
        switch (random.nextInt(7)) {
            case 0 -> add(at, new Happening.WindowDeleted(reportId));
            case 1, 2 ->
                add(
                        at,
                        new Happening.WindowMoved(
                                reportId, crew.get(random.nextInt(crew.size())).id()));
            default ->
                add(at, new Happening.ItemsCorrected(reportId, Math.max(0, window.items() + random.nextInt(11) - 5)));
        }
    }

    private void add(Instant at, Happening happening) {
        cues.add(new Cue(at, happening));
    }
}
