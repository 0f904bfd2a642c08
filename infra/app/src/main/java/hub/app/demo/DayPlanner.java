package hub.app.demo;

import hub.projections.time.CentralDay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Invents working days. A day depends on the seed, the crew and its date alone, not on the days planned before it. */
final class DayPlanner {

    static final LocalTime FIRST_CLOCK_IN = LocalTime.of(6, 0);
    static final LocalTime LAST_CLOCK_OUT = LocalTime.of(18, 0);

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final double PRESENT = 0.9;
    private static final double BUSY = 0.65;
    private static final double HELPING_OUT = 0.12;

    private final List<Person> crew;
    private final long seed;

    DayPlanner(List<Person> crew, long seed) {
        this.crew = crew;
        this.seed = seed;
    }

    /** Nobody works on Sundays, except where {@code always} says that the day must be worked. */
    Day plan(LocalDate date, boolean always) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + date.toEpochDay());
        List<Shift> shifts = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        if (always || date.getDayOfWeek() != DayOfWeek.SUNDAY) {
            for (Person person : crew) {
                if (random.nextDouble() < PRESENT) {
                    work(person, date, random, shifts, windows);
                }
            }
        }
        shifts.sort(Comparator.comparing(Shift::in).thenComparing(Shift::employeeId));
        windows.sort(Comparator.comparing(Window::end).thenComparing(Window::reportId));
        return new Day(date, shifts, windows);
    }

    private static void work(
            Person person, LocalDate date, SplittableRandom random, List<Shift> shifts, List<Window> windows) {
        Instant in = at(date, FIRST_CLOCK_IN).plusSeconds(random.nextInt(100 * 60));
        Instant out = in.plus(Duration.ofHours(8)).plusSeconds(random.nextInt(2 * 3600));
        Instant latest = at(date, LAST_CLOCK_OUT);
        out = out.isAfter(latest) ? latest : out;
        if (random.nextInt(2) == 0) {
            Instant lunch = in.plus(Duration.ofHours(4)).plusSeconds(random.nextInt(3600));
            Instant back = lunch.plus(Duration.ofMinutes(25 + random.nextInt(15)));
            shifts.add(new Shift(person.id(), in, lunch));
            shifts.add(new Shift(person.id(), back, out));
            produce(person, date, in, lunch, random, windows);
            produce(person, date, back, out, random, windows);
        } else {
            shifts.add(new Shift(person.id(), in, out));
            produce(person, date, in, out, random, windows);
        }
    }

    private static void produce(
            Person person, LocalDate date, Instant in, Instant out, SplittableRandom random, List<Window> windows) {
        Job job = person.job();
        for (Instant start = in; !start.plus(WINDOW).isAfter(out); start = start.plus(WINDOW)) {
            if (random.nextDouble() < HELPING_OUT) {
                job = job == person.job() ? Job.values()[random.nextInt(Job.values().length)] : person.job();
            }
            double pace = job.expectedPerHour / 6.0 * person.skill() * (0.6 + 0.8 * random.nextDouble());
            if (random.nextDouble() < BUSY) {
                String reportId = "PF_%d%05d_%d".formatted(date.toEpochDay(), windows.size(), person.id());
                windows.add(new Window(
                        reportId,
                        person.id(),
                        job,
                        Math.max(1, (int) Math.round(pace)),
                        start,
                        start.plus(WINDOW).minusSeconds(1)));
            }
        }
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(CentralDay.ZONE).toInstant();
    }
}
