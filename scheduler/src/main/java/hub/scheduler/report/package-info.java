/** The daily report: what it says, from the read models at one position. */
@NullMarked
package hub.scheduler.report;

import org.jspecify.annotations.NullMarked;
