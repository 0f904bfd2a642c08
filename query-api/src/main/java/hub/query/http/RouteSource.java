package hub.query.http;

import java.util.List;

/** A bean that contributes routes; the {@link Api} collects them all. */
@FunctionalInterface
public interface RouteSource {
    List<Route> routes();
}
