package hub.projections.feed;

import hub.projections.view.Rfc1123;
import hub.projections.windows.WindowHour.Window;
import org.jspecify.annotations.Nullable;

/**
 * One window of work, with the legacy's field names.
 *
 * @param type the activity type as stored
 * @param timestamp when it began, RFC 1123
 */
public record ActivityRow(@Nullable String type, String description, String timestamp) {

    static ActivityRow of(Window window) {
        String type = window.activityType();
        return new ActivityRow(
                type, window.items() + " items" + (type == null ? "" : " - " + type), Rfc1123.text(window.start()));
    }
}
