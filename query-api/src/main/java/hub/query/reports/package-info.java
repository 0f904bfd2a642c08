/** The kept daily reports over HTTP. */
@NullMarked
package hub.query.reports;

import org.jspecify.annotations.NullMarked;
