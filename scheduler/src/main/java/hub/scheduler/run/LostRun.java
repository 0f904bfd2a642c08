package hub.scheduler.run;

/** This attempt is not the one that counts any more; what it was about to write is rolled back. */
final class LostRun extends RuntimeException {
    LostRun(Attempt attempt) {
        super("attempt " + attempt.number() + " of " + attempt.run().job() + " ["
                + attempt.run().key() + "] was taken over by another; nothing of it is written");
    }
}
