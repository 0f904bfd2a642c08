package hub.query.http;

import java.util.Locale;

/**
 * Everything that can be answered instead of data. The {@code type} URI of each is stable; {@code query-api/PROBLEMS.md}
 * explains them.
 */
public enum ProblemType {
    INVALID_PARAMETER(400, "Invalid parameter"),
    INVALID_BODY(400, "Invalid body"),
    UNREADABLE_REQUEST(400, "Unreadable request"),
    INVALID_KEY(401, "Invalid API key"),
    SCOPE_MISSING(403, "The key may not do this"),
    NOT_FOUND(404, "Not found"),
    DAY_NOT_HELD(404, "Day not held"),
    NOT_IN_SOURCE(404, "Not in the source database"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    CONFLICTING_POSITION(409, "Position of another history"),
    JOB_OFF(409, "The job is off"),
    KEY_USED(409, "The idempotency key has been used"),
    BODY_TOO_LARGE(413, "Body too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Headers too large"),
    INTERNAL(500, "Internal error"),
    NOT_YET_CONTAINED(503, "Position not yet contained"),
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
