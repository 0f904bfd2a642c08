package hub.projections.highlights;

/** One warning for the manager, with the legacy's field names. */
public record Alert(int id, String type, String title, String message, String severity) {

    static Alert lowPerformance(int id, String message) {
        return new Alert(id, "low_performance", "Performance Alert", message, "warning");
    }

    static Alert idle(int id, String message, boolean critical) {
        return new Alert(
                id, "idle", "Idle Alert", (critical ? "URGENT: " : "") + message, critical ? "critical" : "warning");
    }
}
