package hub.projections.attendance;

import hub.projections.attendance.WorkingNow.AtWork;
import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Iso8601;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The active people who are at work now, those who came yesterday evening included (domain 3.10). */
public final class WorkingNowView implements View<Everything, WorkingNow> {

    private final ScoreMode mode;

    public WorkingNowView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "working-now";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Running.reads(loaded, now);
    }

    @Override
    public Answer<WorkingNow> answer(Everything query, Boards boards, Instant now) {
        List<Presence> running = Running.of(boards, mode, now).stream()
                .filter(presence -> presence.employee().active())
                .toList();
        List<AtWork> rows = running.stream()
                .map(presence -> new AtWork(
                        presence.employee().id(),
                        presence.employee().name(),
                        null,
                        Presence.ROLE,
                        Iso8601.text(presence.shift().clockIn()),
                        presence.minutes(),
                        presence.hours()))
                .toList();
        return new Answer<>(
                new WorkingNow(true, Iso8601.text(now), rows.size(), rows), Presence.nextTickToday(running, now));
    }
}
