/**
 * HTTP: routes that declare who may call them and with what, problems, answers as ready bytes.
 *
 * <p>A view is served by one {@link hub.query.http.ViewRoute}; anything else by a {@link hub.query.http.Route} from a bean of
 * type {@link hub.query.http.RouteSource}.
 */
@NullMarked
package hub.query.http;

import org.jspecify.annotations.NullMarked;
