package hub.scheduler.due;

import hub.projections.time.CentralDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a job is due, in Chicago. Pure: the same question has the same answer on every machine, at any time. */
public sealed interface Schedule {

    /** The due instants in {@code (after, until]}, in order. */
    List<Instant> dueIn(Instant after, Instant until);

    /** The first due instant after {@code instant}. */
    Instant nextAfter(Instant instant);

    /**
     * Once a day at that time of day.
     *
     * @throws IllegalArgumentException if the time is one that a change of the clocks can skip or repeat
     */
    static Schedule dailyAt(LocalTime time) {
        return new Daily(time, null);
    }

    /** Once a day at that time of day, also between 01:00 and 03:00. */
    static Schedule dailyAt(LocalTime time, SwitchDays switchDays) {
        return new Daily(time, switchDays);
    }

    /**
     * Each time that {@code period} has passed, counted from UTC's midnight: by elapsed time, so a change of the clocks
     * neither skips nor repeats a run. It must divide a day.
     */
    static Schedule every(Duration period) {
        return new Every(period, 0, 24);
    }

    /** As {@link #every(Duration)}, only while the hour that a clock shows is {@code fromHour} or later, before {@code untilHour}. */
    static Schedule every(Duration period, int fromHour, int untilHour) {
        return new Every(period, fromHour, untilHour);
    }

    /** Once a day. */
    record Daily(LocalTime time, @Nullable SwitchDays switchDays) implements Schedule {

        private static final LocalTime RISKY_FROM = LocalTime.of(1, 0);
        private static final LocalTime RISKY_UNTIL = LocalTime.of(3, 0);
        private static final ZoneRules RULES = CentralDay.ZONE.getRules();

        public Daily {
            if (switchDays == null && !time.isBefore(RISKY_FROM) && time.isBefore(RISKY_UNTIL)) {
                throw new IllegalArgumentException(time
                        + " is skipped or repeated when the clocks change; declare what happens then, or take a time"
                        + " outside 01:00 to 03:00");
            }
        }

        @Override
        public List<Instant> dueIn(Instant after, Instant until) {
            if (!until.isAfter(after)) {
                return List.of();
            }
            LocalDate first = CentralDay.of(after).date();
            LocalDate last = CentralDay.of(until).date();
            return first.datesUntil(last.plusDays(1))
                    .flatMap(date -> on(date).stream())
                    .filter(due -> due.isAfter(after) && !due.isAfter(until))
                    .toList();
        }

        @Override
        public Instant nextAfter(Instant instant) {
            return Stream.iterate(CentralDay.of(instant).date(), date -> date.plusDays(1))
                    .flatMap(date -> on(date).stream())
                    .filter(due -> due.isAfter(instant))
                    .findFirst()
                    .orElseThrow();
        }

        private Optional<Instant> on(LocalDate date) {
            LocalDateTime wanted = date.atTime(time);
            List<ZoneOffset> offsets = RULES.getValidOffsets(wanted);
            return switch (offsets.size()) {
                case 1 -> Optional.of(wanted.toInstant(offsets.getFirst()));
                case 0 ->
                    switchDays == null || switchDays.gap() == SwitchDays.Gap.SKIP
                            ? Optional.empty()
                            : Optional.of(RULES.getTransition(wanted).getInstant());
                default ->
                    Optional.of(wanted.toInstant(
                            switchDays == null || switchDays.overlap() == SwitchDays.Overlap.FIRST
                                    ? offsets.getFirst()
                                    : offsets.getLast()));
            };
        }
    }

    /** Again and again. */
    record Every(Duration period, int fromHour, int untilHour) implements Schedule {

        private static final long DAY = Duration.ofDays(1).toSeconds();

        public Every {
            if (!period.isPositive() || DAY % period.toSeconds() != 0) {
                throw new IllegalArgumentException("a period must divide a day, and " + period + " does not");
            }
            if (fromHour < 0 || untilHour > 24 || fromHour >= untilHour) {
                throw new IllegalArgumentException("there are no hours from " + fromHour + " to " + untilHour);
            }
        }

        @Override
        public List<Instant> dueIn(Instant after, Instant until) {
            List<Instant> due = new ArrayList<>();
            for (Instant at = tickAfter(after); !at.isAfter(until); at = at.plus(period)) {
                if (acts(at)) {
                    due.add(at);
                }
            }
            return List.copyOf(due);
        }

        @Override
        public Instant nextAfter(Instant instant) {
            Instant at = tickAfter(instant);
            while (!acts(at)) {
                at = at.plus(period);
            }
            return at;
        }

        private boolean acts(Instant at) {
            int hour = CentralDay.wallClockHour(at);
            return hour >= fromHour && hour < untilHour;
        }

        private Instant tickAfter(Instant instant) {
            long seconds = period.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds + seconds);
        }
    }
}
