package hub.projections.gamification;

/** The badge that achievement points give (domain 4.4). */
final class BadgeLevel {

    private BadgeLevel() {}

    static String of(long points) {
        if (points >= 5000) {
            return "diamond";
        }
        if (points >= 2000) {
            return "platinum";
        }
        if (points >= 1000) {
            return "gold";
        }
        if (points >= 500) {
            return "silver";
        }
        return points >= 100 ? "bronze" : "none";
    }
}
