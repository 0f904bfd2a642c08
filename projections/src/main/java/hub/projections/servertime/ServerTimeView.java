package hub.projections.servertime;

import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.time.WallClock;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** What time it is, to the second. Reads nothing. */
public final class ServerTimeView implements View<Everything, ServerTime> {

    @Override
    public String name() {
        return "server-time";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of();
    }

    @Override
    public Answer<ServerTime> answer(Everything query, Boards boards, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime central = second.atZone(CentralDay.ZONE);
        ServerTime time = new ServerTime(
                second.toString(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(central),
                central.toLocalDate().toString(),
                WallClock.seconds(second),
                central.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        return new Answer<>(time, second.plusSeconds(1));
    }
}
