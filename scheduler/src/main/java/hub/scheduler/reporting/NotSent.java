package hub.scheduler.reporting;

/** Some letters could not be handed to the mail server. */
final class NotSent extends Exception {

    private static final long serialVersionUID = 1;

    /** @param why with counts, and no addresses */
    NotSent(String why) {
        super(why);
    }
}
