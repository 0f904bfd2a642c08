package hub.scheduler.report;

/** A report and what it was made from. */
public record Report(DailyReport day, Provenance made) {

    /** For readers who may not see what people are paid. */
    public Report withoutCost() {
        return new Report(day.withoutCost(), made);
    }
}
