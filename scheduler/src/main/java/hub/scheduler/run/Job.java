package hub.scheduler.run;

/** Something that is done at certain times. */
public interface Job {

    JobPlan plan();

    /** What an operator may ask for; the calendar asks for nothing else. */
    default Dates dates() {
        return Dates.UNTIL_TODAY;
    }

    /**
     * Does what must be done before anything is written: asking others, waiting (bounded, and ended by an interrupt). Holds
     * no transaction. It may be called more than once for one run, on any instance, even on two at a time; only one of the
     * effects will be written.
     *
     * @throws Exception if the run cannot be made now; it is tried again later, within the plan's grace
     */
    Effect prepare(Run run) throws Exception;
}
