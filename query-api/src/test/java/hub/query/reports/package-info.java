@NullMarked
package hub.query.reports;

import org.jspecify.annotations.NullMarked;
