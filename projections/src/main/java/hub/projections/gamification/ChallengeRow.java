package hub.projections.gamification;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A challenge that is on today, with the columns' names.
 *
 * @param role the name of the role whose challenge it is; null = everybody's
 * @param progress percent of the target, one digit, over a hundred too; null without a target above zero
 * @param daysRemaining today included; null without an end
 * @param participants different employees; null where the source has no table of them
 */
public record ChallengeRow(
        long id,
        @Nullable Long roleId,
        @Nullable String role,
        @Nullable String challengeType,
        @Nullable String challengeName,
        @Nullable String description,
        @Nullable BigDecimal targetValue,
        @Nullable BigDecimal currentValue,
        @Nullable BigDecimal progress,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Long daysRemaining,
        @Nullable Long rewardPoints,
        @Nullable Integer participants) {}
