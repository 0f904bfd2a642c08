package hub.projections.gamification;

import hub.projections.change.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One award, with the columns' names. */
public record AwardRow(
        String achievementKey,
        @Nullable String achievementName,
        @Nullable String description,
        @Nullable Long pointsAwarded,
        @Nullable String achievementType,
        LocalDate earnedDate) {

    static AwardRow of(Row.Achievement award) {
        return new AwardRow(
                award.key(),
                award.name(),
                award.description(),
                award.pointsAwarded(),
                award.type(),
                award.earnedDate());
    }
}
