package hub.projections.attendance;

import hub.projections.attendance.ShiftLog.LoggedShift;
import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.Iso8601;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A log of the shifts that began on one Central day, where the legacy's day was UTC's (domain 3.10). */
public final class ShiftLogView implements View<DayQuery, ShiftLog> {

    private final ScoreMode mode;

    public ShiftLogView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "shift-log";
    }

    @Override
    public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
        return Presence.reads(query.date(), loaded);
    }

    @Override
    public Answer<ShiftLog> answer(DayQuery query, Boards boards, Instant now) {
        List<Presence> presences = Presence.of(query.date(), boards, mode, now).stream()
                .sorted(Presence.LATEST_FIRST)
                .toList();
        return new Answer<>(
                new ShiftLog(
                        true,
                        query.date(),
                        presences.size(),
                        presences.stream().map(ShiftLogView::row).toList()),
                Presence.nextTick(presences, now));
    }

    private static LoggedShift row(Presence presence) {
        Instant out = presence.shift().clockOut();
        return new LoggedShift(
                presence.employee().id(),
                presence.employee().connecteamUserId(),
                presence.employee().name(),
                null,
                Presence.ROLE,
                Iso8601.text(presence.shift().clockIn()),
                out == null ? null : Iso8601.text(out),
                presence.minutes(),
                presence.clocked().clockedIn(),
                List.of(),
                presence.shift().breakMinutes());
    }
}
