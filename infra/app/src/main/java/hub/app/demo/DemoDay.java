package hub.app.demo;

import hub.projections.time.CentralDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** The invented warehouse as of one start of the demo: crew, past days, today. */
record DemoDay(List<Person> crew, List<Day> past, Day today, Instant resumesAt, long seed) {

    private static final LocalTime EARLIEST = LocalTime.of(7, 30);
    private static final LocalTime LATEST = LocalTime.of(13, 0);

    static DemoDay invent(int employees, int days, long seed, Instant now) {
        LocalDate date = CentralDay.of(now).date();
        List<Person> crew = Crew.of(employees, seed);
        DayPlanner planner = new DayPlanner(crew, seed);
        List<Day> past = IntStream.rangeClosed(1, days)
                .mapToObj(back -> planner.plan(date.minusDays(days + 1L - back), false))
                .toList();
        return new DemoDay(crew, past, planner.plan(date, true), resumeAt(date, now), seed);
    }

    /** The last past days on which anybody worked, oldest first. */
    List<LocalDate> lastWorked(int most) {
        List<LocalDate> worked = past.stream()
                .filter(day -> !day.shifts().isEmpty())
                .map(Day::date)
                .toList();
        return worked.subList(Math.max(0, worked.size() - most), worked.size());
    }

    Instant begins() {
        return at(today.date(), DayPlanner.FIRST_CLOCK_IN);
    }

    Instant ends() {
        return at(today.date(), DayPlanner.LAST_CLOCK_OUT);
    }

    /** What happens from {@code from} until the end of the day. */
    List<Cue> script(Instant from) {
        List<Day> rewritten = past.subList(Math.max(0, past.size() - 14), past.size());
        return Script.of(today, rewritten, crew, from, ends(), seed);
    }

    /** The wall clock, but early enough that some hours are left to watch and late enough that there is a board. */
    private static Instant resumeAt(LocalDate date, Instant now) {
        Instant earliest = at(date, EARLIEST);
        Instant latest = at(date, LATEST);
        if (now.isBefore(earliest)) {
            return earliest;
        }
        return now.isAfter(latest) ? latest : now;
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(CentralDay.ZONE).toInstant();
    }
}
