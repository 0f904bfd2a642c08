package hub.scheduler.reporting;

import java.util.Locale;
import java.util.Properties;
import org.springframework.core.env.PropertyResolver;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The server that letters are handed to.
 *
 * @param username empty if the server asks for none
 * @param from the sender's address, plain as a recipient's
 */
public record MailSettings(String host, int port, String username, String password, Security security, String from) {

    /** How the connection is encrypted. The server's certificate and name are always verified. */
    public enum Security {
        /** Not at all. */
        NONE,
        /** From the first byte on. */
        TLS,
        /** By the command STARTTLS; a server that does not offer it gets nothing. */
        STARTTLS;

        /** @throws IllegalArgumentException naming what is allowed */
        public static Security parse(String word) {
            for (Security security : values()) {
                if (security.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return security;
                }
            }
            throw new IllegalArgumentException("hub.mail.security must be none, tls or starttls, not \"" + word + "\"");
        }
    }

    private static final String TIMEOUT_MILLIS = "10000";

    /** Servers look into a letter before they say that they took it. Whoever does not wait for that sends it again. */
    private static final String ANSWER_MILLIS = "120000";

    public MailSettings {
        if (!Recipient.isAddress(from)) {
            throw new IllegalArgumentException(
                    "hub.mail.from must be an e-mail address where hub.mail.host is set, not \"" + from + "\"");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("hub.mail.port must be 1 to 65535, not " + port);
        }
    }

    /**
     * As {@code hub.mail.*} says, with a {@code hub.mail.host}.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static MailSettings of(PropertyResolver settings) {
        return new MailSettings(
                settings.getRequiredProperty("hub.mail.host"),
                settings.getProperty("hub.mail.port", Integer.class, 587),
                settings.getProperty("hub.mail.username", ""),
                settings.getProperty("hub.mail.password", ""),
                Security.parse(settings.getProperty("hub.mail.security", "starttls")),
                settings.getProperty("hub.mail.from", ""));
    }

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        Properties smtp = sender.getJavaMailProperties();
        if (!username.isEmpty()) {
            sender.setUsername(username);
            sender.setPassword(password);
            smtp.setProperty("mail.smtp.auth", "true");
        }
        switch (security) {
            case NONE -> {}
            case TLS -> smtp.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                smtp.setProperty("mail.smtp.starttls.enable", "true");
                smtp.setProperty("mail.smtp.starttls.required", "true");
            }
        }
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        smtp.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        smtp.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        smtp.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        smtp.setProperty("mail.smtp.quitwait", "false");
        return sender;
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + security + "), from " + from;
    }
}
