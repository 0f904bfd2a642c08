package hub.scheduler.run;

/**
 * The right to try one run, until somebody else takes it over.
 *
 * @param standsFor how many earlier due instants the run stands for
 */
record Attempt(long id, Run run, int number, int standsFor) {}
