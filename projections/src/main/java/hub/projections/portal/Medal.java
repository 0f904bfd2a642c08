package hub.projections.portal;

/**
 * How the portal shows an achievement: by its key in {@code employee_achievements}. The twelve that are awarded (domain
 * 4.4), and those that only the legacy's portal knew.
 */
record Medal(String name, String icon, String description) {

    static Medal of(String key) {
        return switch (key) {
            case "daily_target_met" -> new Medal("Daily Champion", "🎯", "Met daily points target");
            case "perfect_efficiency" -> new Medal("Efficiency Master", "⚡", "90%+ efficiency");
            case "early_bird" -> new Medal("Early Bird", "🌅", "Started before 7:30 AM");
            case "weekly_consistency" -> new Medal("Consistency King", "👑", "5-day target streak");
            case "improvement_week" -> new Medal("Rising Star", "🌟", "10% weekly improvement");
            case "streak_3" -> new Medal("On Fire", "🔥", "3-day streak");
            case "streak_7" -> new Medal("Week Streak", "⚔️", "7-day streak");
            case "streak_30" -> new Medal("Month Streak", "🏆", "30-day streak");
            case "first_1000_points" -> new Medal("First Thousand", "💎", "1,000 points in all");
            case "first_10000_points" -> new Medal("Ten Thousand", "💫", "10,000 points in all");
            case "zero_idle" -> new Medal("Zero Idle", "🚀", "No idle time");
            case "speed_demon" -> new Medal("Speed Demon", "🏎️", "Fastest processor");
            case "quality_queen" -> new Medal("Quality Queen", "💎", "Zero errors all day");
            case "team_player" -> new Medal("Team Player", "🤝", "Helped teammate");
            case "marathon_runner" -> new Medal("Marathon Runner", "🏃", "8+ hours active");
            case "century_club" -> new Medal("Century Club", "💯", "100+ items in a day");
            case "streak_week" -> new Medal("Week Warrior", "🔥", "7-day streak");
            case "streak_month" -> new Medal("Month Master", "🏆", "30-day streak");
            default -> new Medal(key, "🏅", "");
        };
    }
}
