package hub.scheduler.run;

/**
 * The right to try one run, until somebody else takes it over.
 *
 * @param standsFor how many earlier due instants the run stands for
 * @param noted of how many of these the ledger had not told before
 */
record Attempt(long id, Run run, int number, int standsFor, int noted) {}
