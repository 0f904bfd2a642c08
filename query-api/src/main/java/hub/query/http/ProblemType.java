package hub.query.http;

import java.util.Locale;

/**
 * Everything that can be answered instead of data. The {@code type} URI of each is stable; {@code query-api/PROBLEMS.md}
 * explains them.
 */
public enum ProblemType {
    INVALID_PARAMETER(400, "Invalid parameter"),
    INVALID_KEY(401, "Invalid API key"),
    SCOPE_MISSING(403, "The key may not do this"),
    NOT_FOUND(404, "Not found"),
    DAY_NOT_HELD(404, "Day not held"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    BODY_TOO_LARGE(413, "Body too large"),
    INTERNAL(500, "Internal error"),
    FILLING(503, "Nothing live yet"),
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable relative URI. */
    public String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
