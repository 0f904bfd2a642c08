/**
 * What the API says of itself: an OpenAPI 3.1 document made from the declared routes and the records of the views, and the
 * page that shows it. Examples are answers of the running service, in {@code src/main/resources/hub/query/docs}.
 */
@NullMarked
package hub.query.docs;

import org.jspecify.annotations.NullMarked;
