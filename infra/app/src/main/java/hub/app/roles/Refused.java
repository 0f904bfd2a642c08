package hub.app.roles;

/** The servers do not fit; nothing was written. The message lists every reason. */
public final class Refused extends RuntimeException {
    Refused(Findings findings) {
        super("refused, and nothing was written:" + System.lineSeparator() + "- "
                + String.join(System.lineSeparator() + "- ", findings.problems()));
    }
}
