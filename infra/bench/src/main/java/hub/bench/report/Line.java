package hub.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a report.
 *
 * @param what is measured
 * @param unit of both samples
 * @param measured of this service
 * @param floor the same of the least that could do the job, measured in the same rounds; null where there is none
 * @param target what it is held against; null where nothing is asked
 */
public record Line(
        String what,
        String unit,
        Sample measured,
        @Nullable Sample floor,
        @Nullable Target target) {

    /** Without a target. */
    public Line(String what, String unit, Sample measured, @Nullable Sample floor) {
        this(what, unit, measured, floor, null);
    }

    public static Line alone(String what, String unit, Sample measured) {
        return new Line(what, unit, measured, null);
    }

    /** This figure, held against a target for the ratio of service to floor. */
    public Line wantingRatio(Bound bound) {
        return new Line(what, unit, measured, floor, new Target.Ratio(bound));
    }

    /** This figure, held against a target for itself. */
    public Line wanting(Bound bound) {
        return new Line(what, unit, measured, floor, new Target.Figure(bound, unit));
    }

    /** This figure, which must be so on both sides. */
    public Line requiring(Bound bound) {
        return new Line(what, unit, measured, floor, new Target.Condition(bound, unit));
    }

    /** The service's figure over the floor's; null where there is no floor. */
    public @Nullable Sample ratio() {
        return floor == null ? null : measured.over(floor);
    }

    /** Whether the target is reached; null where there is none. */
    public @Nullable Boolean reached() {
        return target == null ? null : target.reachedBy(this);
    }

    /** Whether this is a {@link Target.Condition} that does not hold. */
    boolean breaksCondition() {
        return target instanceof Target.Condition condition && !condition.reachedBy(this);
    }
}
