package hub.projections.highlights;

import hub.projections.idle.Idleness.Severity;

/** One warning for the manager, with the legacy's field names. */
public record Alert(int id, String type, String title, String message, String severity) {

    static Alert lowPerformance(int id, String message) {
        return new Alert(id, "low_performance", "Performance Alert", message, "warning");
    }

    static Alert idle(int id, String message, Severity severity) {
        return new Alert(
                id,
                "idle",
                "Idle Alert",
                switch (severity) {
                    case WARNING -> message;
                    case CRITICAL -> "URGENT: " + message;
                },
                severity.word());
    }
}
