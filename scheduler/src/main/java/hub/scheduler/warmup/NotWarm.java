package hub.scheduler.warmup;

/** The day cannot begin like this. */
final class NotWarm extends Exception {

    private static final long serialVersionUID = 1;

    NotWarm(String why) {
        super(why);
    }
}
