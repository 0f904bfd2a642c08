package hub.scheduler.run;

/** What becomes of due instants that passed while nobody could run them. */
public enum CatchUp {
    /** Each is run, in order. */
    EACH,
    /** One run, of the newest, stands for all of them. */
    COALESCED
}
