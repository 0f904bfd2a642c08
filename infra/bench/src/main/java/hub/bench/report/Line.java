package hub.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a report.
 *
 * @param what is measured
 * @param unit of both samples
 * @param measured of this service
 * @param floor the same of the least that could do the job, measured in the same rounds; null where there is none
 */
public record Line(
        String what, String unit, Sample measured, @Nullable Sample floor) {

    public static Line alone(String what, String unit, Sample measured) {
        return new Line(what, unit, measured, null);
    }
}
