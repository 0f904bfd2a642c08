package hub.scheduler.reporting;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * One report on its way to one recipient: text and page to choose from, the whole page and the table attached.
 *
 * @param attempts how often it was tried before
 */
record Letter(
        long id,
        LocalDate date,
        int version,
        String recipient,
        String title,
        String text,
        String mail,
        String html,
        String csv,
        int attempts) {

    void send(JavaMailSender server, String from) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper letter = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        letter.setFrom(from);
        letter.setTo(recipient);
        letter.setSubject(title);
        letter.setText(text, mail);
        attach(letter, "html", html, "text/html; charset=utf-8");
        attach(letter, "csv", csv, "text/csv; charset=utf-8");
        // No answers from machines, and a letter that arrives twice can be told from two letters.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Hub-Report", date + " version " + version);
        try {
            server.send(message);
        } catch (MailSendException e) {
            // It was taken, and only the goodbye failed.
            if (!e.getFailedMessages().isEmpty()) {
                throw e;
            }
        }
    }

    private void attach(MimeMessageHelper letter, String ending, String content, String type)
            throws MessagingException {
        letter.addAttachment(
                "daily-report-" + date + "." + ending,
                new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)),
                type);
    }
}
