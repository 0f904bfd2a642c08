package hub.scheduler.run;

/** What became of a run that was due. */
enum Made {
    /** By whomever. */
    DONE,
    FAILED,
    /** It failed, and the ledger could not be told. */
    UNTOLD,
    /** Somebody else holds the lock. */
    TAKEN
}
