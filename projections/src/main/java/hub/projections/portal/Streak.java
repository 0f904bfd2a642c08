package hub.projections.portal;

/**
 * A person's streak, with the legacy's field names (domain 3.10).
 *
 * @param bestStreak the current one, as in the legacy
 */
public record Streak(long currentStreak, long bestStreak, int streakGoal) {

    private static final int GOAL = 7;

    static Streak of(long current) {
        return new Streak(current, current, GOAL);
    }
}
