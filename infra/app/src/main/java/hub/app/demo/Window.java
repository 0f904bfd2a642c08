package hub.app.demo;

import java.time.Instant;

/** Ten minutes of one person's work at one station, as PodFactory reports it. */
record Window(String reportId, int employeeId, Job job, int items, Instant start, Instant end) {
    Window withItems(int corrected) {
        return new Window(reportId, employeeId, job, corrected, start, end);
    }
}
