package hub.projections.attendance;

import hub.projections.board.PartitionId;
import hub.projections.staff.EmployeeQuery;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Iso8601;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The minutes of one person's running shift. Fails with {@link NotFound} for who is not at work (domain 3.10). */
public final class LiveMinutesView implements View<EmployeeQuery, LiveMinutes> {

    private final ScoreMode mode;

    public LiveMinutesView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "live-minutes";
    }

    @Override
    public Set<PartitionId> reads(EmployeeQuery query, Boards loaded, Instant now) {
        return Running.reads(loaded, now);
    }

    @Override
    public Answer<LiveMinutes> answer(EmployeeQuery query, Boards boards, Instant now) {
        Presence own = Running.of(boards, mode, now).stream()
                .filter(presence -> presence.employee().id() == query.id())
                .findAny()
                .orElseThrow(() -> new NotFound("Employee not currently clocked in"));
        return new Answer<>(
                new LiveMinutes(true, query.id(), own.minutes(), own.hours(), Iso8601.text(now)),
                Presence.nextTickToday(List.of(own), now));
    }
}
