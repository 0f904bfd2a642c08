package hub.scheduler.report;

import java.time.LocalDate;

/** A report of one Central day in one of its editions. */
public record ReportQuery(LocalDate date, Edition edition) {}
