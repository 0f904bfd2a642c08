package hub.scheduler.run;

/** The right to try one run, until somebody else takes it over. */
record Attempt(long id, Run run, int number) {}
