package hub.projections.portal;

/** How the portal shows an achievement: by its key in {@code employee_achievements}. */
record Medal(String name, String icon, String description) {

    static Medal of(String key) {
        return switch (key) {
            case "daily_target_met" -> new Medal("Daily Champion", "🎯", "Met daily points target");
            case "perfect_efficiency" -> new Medal("Efficiency Master", "⚡", "90%+ efficiency");
            case "early_bird" -> new Medal("Early Bird", "🌅", "Started before 7:30 AM");
            case "weekly_consistency" -> new Medal("Consistency King", "👑", "5-day target streak");
            case "improvement_week" -> new Medal("Rising Star", "🌟", "10% weekly improvement");
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
