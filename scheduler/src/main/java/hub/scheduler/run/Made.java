package hub.scheduler.run;

/** What became of a run that was due. */
enum Made {
    /** By whomever. */
    DONE,
    FAILED,
    /** The ledger does not tell: it could not be told of the failure, or somebody else took the run over. */
    UNTOLD,
    /** Somebody else holds the lock. */
    TAKEN
}
