/**
 * Every view that is served: one {@link hub.query.http.ViewRoute} each, in a list that {@link
 * hub.query.dashboard.DashboardViews} puts together.
 */
@NullMarked
package hub.query.dashboard;

import org.jspecify.annotations.NullMarked;
