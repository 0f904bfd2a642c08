/** Daily reports: made from the read models once these contain the day's seal, and kept. */
@NullMarked
package hub.scheduler.reporting;

import org.jspecify.annotations.NullMarked;
