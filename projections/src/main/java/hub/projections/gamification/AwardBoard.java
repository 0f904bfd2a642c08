package hub.projections.gamification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most awarded people of a period that ends today.
 *
 * @param startDate null = since ever
 */
public record AwardBoard(
        String period, @Nullable LocalDate startDate, LocalDate endDate, List<AwardedRow> leaderboard) {}
