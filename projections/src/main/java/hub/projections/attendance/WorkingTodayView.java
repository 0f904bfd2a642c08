package hub.projections.attendance;

import hub.projections.attendance.WorkingToday.ShiftToday;
import hub.projections.attendance.WorkingToday.TodaySummary;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Iso8601;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The shifts that began today and how many people they are (domain 3.10). The list is of active people, as every list of
 * persons; the summary counts everybody, as the team's figures do. People are counted, where the legacy counted shifts; a
 * shift that somebody forgot to end is neither running nor completed.
 */
public final class WorkingTodayView implements View<Everything, WorkingToday> {

    private final ScoreMode mode;

    public WorkingTodayView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "working-today";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Presence.reads(CentralDay.of(now).date(), loaded);
    }

    @Override
    public Answer<WorkingToday> answer(Everything query, Boards boards, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        List<Presence> presences = Presence.of(today, boards, mode, now).stream()
                .sorted(Presence.LATEST_FIRST)
                .toList();
        TodaySummary summary = new TodaySummary(
                people(presences),
                people(presences.stream()
                        .filter(presence -> presence.clocked().clockedIn())
                        .toList()),
                (int) presences.stream()
                        .filter(presence -> presence.shift().clockOut() != null)
                        .count());
        return new Answer<>(
                new WorkingToday(
                        true,
                        today,
                        summary,
                        presences.stream()
                                .filter(presence -> presence.employee().active())
                                .map(WorkingTodayView::row)
                                .toList()),
                Presence.nextTickToday(presences, now));
    }

    private static int people(List<Presence> presences) {
        return (int) presences.stream()
                .map(presence -> presence.employee().id())
                .distinct()
                .count();
    }

    private static ShiftToday row(Presence presence) {
        Instant out = presence.shift().clockOut();
        boolean running = presence.clocked().clockedIn();
        return new ShiftToday(
                presence.employee().id(),
                presence.employee().name(),
                null,
                Presence.ROLE,
                Iso8601.text(presence.shift().clockIn()),
                out == null ? null : Iso8601.text(out),
                presence.minutes(),
                running,
                running ? "Working" : out == null ? "Forgotten" : "Completed");
    }
}
