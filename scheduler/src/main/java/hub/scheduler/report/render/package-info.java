/** The daily report as a page, as tables for spreadsheets and as JSON. */
@NullMarked
package hub.scheduler.report.render;

import org.jspecify.annotations.NullMarked;
