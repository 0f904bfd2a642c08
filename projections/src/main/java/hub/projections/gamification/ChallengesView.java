package hub.projections.gamification;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.dimensions.Roles;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The challenges that are on today, by their end, those without one last, then by id. */
public final class ChallengesView implements View<Everything, List<ChallengeRow>> {

    private static final Comparator<Row.Challenge> FIRST_TO_END = Comparator.<Row.Challenge, LocalDate>comparing(
                    challenge -> {
                        LocalDate end = challenge.endDate();
                        return end == null ? LocalDate.MAX : end;
                    })
            .thenComparing(Row.Challenge::id);

    @Override
    public String name() {
        return "challenges";
    }

    @Override
    public Set<Table> needs() {
        return Set.of(Table.TEAM_CHALLENGES);
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(SourceTables.PARTITION, Challenges.PARTITION, Participants.PARTITION, Roles.PARTITION);
    }

    @Override
    public Answer<List<ChallengeRow>> answer(Everything query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        CentralDay today = CentralDay.of(now);
        boolean told = boards.get(SourceTables.BOARD, Partition.ALL).has(Table.CHALLENGE_PARTICIPANTS);
        Map<Long, Set<Long>> participants =
                boards.get(Participants.BOARD, Partition.ALL).employees();
        Roles roles = boards.get(Roles.BOARD, Partition.ALL);
        return new Answer<>(
                boards.get(Challenges.BOARD, Partition.ALL).challenges().stream()
                        .filter(challenge -> isOn(challenge, today.date()))
                        .sorted(FIRST_TO_END)
                        .map(challenge -> row(
                                challenge,
                                roles,
                                told
                                        ? participants
                                                .getOrDefault(challenge.id(), Set.of())
                                                .size()
                                        : null,
                                today.date()))
                        .toList(),
                today.end());
    }

    private static boolean isOn(Row.Challenge challenge, LocalDate date) {
        LocalDate start = challenge.startDate();
        LocalDate end = challenge.endDate();
        return challenge.active() && (start == null || !start.isAfter(date)) && (end == null || !end.isBefore(date));
    }

    private static ChallengeRow row(
            Row.Challenge challenge, Roles roles, @Nullable Integer participants, LocalDate today) {
        LocalDate end = challenge.endDate();
        return new ChallengeRow(
                challenge.id(),
                challenge.roleId(),
                roles.find(challenge.roleId()).map(Roles.Role::name).orElse(null),
                challenge.type(),
                challenge.name(),
                challenge.description(),
                challenge.targetValue(),
                challenge.currentValue(),
                progress(challenge.targetValue(), challenge.currentValue()),
                challenge.startDate(),
                end,
                end == null ? null : today.until(end, ChronoUnit.DAYS) + 1,
                challenge.rewardPoints(),
                participants);
    }

    private static @Nullable BigDecimal progress(@Nullable BigDecimal target, @Nullable BigDecimal current) {
        if (target == null || target.signum() <= 0) {
            return null;
        }
        BigDecimal reached = current == null ? BigDecimal.ZERO : current;
        return Decimals.divide(reached.multiply(Decimals.HUNDRED), target, 1);
    }
}
