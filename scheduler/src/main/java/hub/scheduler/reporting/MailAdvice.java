package hub.scheduler.reporting;

import java.util.Optional;

/** What the settings of the mail come to before anything is sent. */
public final class MailAdvice {

    private MailAdvice() {}

    /**
     * A warning for a process that queues letters and sends none: another may send them, or nobody does.
     *
     * @param recipients {@code hub.report.recipients}
     * @param host {@code hub.mail.host}
     */
    public static Optional<String> of(String recipients, String host) {
        int asked = Recipient.parse(recipients).size();
        return asked == 0 || !host.isBlank()
                ? Optional.empty()
                : Optional.of(
                        "hub.report.recipients names " + asked + " but hub.mail.host names no server: unless another"
                                + " process has one, letters are queued and given up after two days. Set hub.mail.host and"
                                + " hub.mail.from, or leave the recipients out");
    }
}
