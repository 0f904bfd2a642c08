package hub.projections.highlights;

/** One warning for the manager, with the legacy's field names. */
public record Alert(int id, String type, String title, String message, String severity) {

    static Alert lowPerformance(int id, String message) {
        return new Alert(id, "low_performance", "Performance Alert", message, "warning");
    }
}
