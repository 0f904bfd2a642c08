package hub.query.http;

/** The methods that routes have. {@code HEAD} is answered by the {@link #GET} route. */
public enum Method {
    GET,
    POST
}
