package hub.projections.attendance;

import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The shifts that run now. One that began yesterday still does if it is not forgotten; earlier ones are, always. Who has
 * two open shifts, as after a corrected clock-in, is at work in the later one.
 */
final class Running {

    private Running() {}

    static Set<PartitionId> reads(Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        days(now).forEach(day -> reads.addAll(Presence.reads(day, loaded)));
        return reads;
    }

    /** One for each person who is at work, the latest first, then the lower employee id. */
    static List<Presence> of(Boards boards, ScoreMode mode, Instant now) {
        Set<Long> seen = new HashSet<>();
        List<Presence> running = new ArrayList<>();
        days(now)
                .flatMap(day -> Presence.of(day, boards, mode, now).stream())
                .filter(presence -> presence.clocked().clockedIn())
                .sorted(Presence.LATEST_FIRST)
                .filter(presence -> seen.add(presence.employee().id()))
                .forEach(running::add);
        return running;
    }

    private static Stream<LocalDate> days(Instant now) {
        LocalDate today = CentralDay.of(now).date();
        return Stream.of(today, today.minusDays(1));
    }
}
