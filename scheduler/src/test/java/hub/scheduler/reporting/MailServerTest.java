package hub.scheduler.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hub.scheduler.reporting.MailSettings.Security;
import jakarta.mail.MessagingException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.LocalDate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How letters are handed over: who one says to be, how it is encrypted, and what happens if it cannot be. */
final class MailServerTest {

    private static final String PASSWORD = "of-the-test";
    private static final Letter LETTER = new Letter(
            1,
            LocalDate.parse("2026-01-15"),
            1,
            "team@example.org",
            "Title",
            "text",
            "<p>mail</p>",
            "<p>page</p>",
            "a,b",
            0);

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void theServerIsToldUserAndPassword() throws Exception {
        GreenMail server = withUser(ServerSetup.PROTOCOL_SMTP);
        try {
            int port = server.getSmtp().getPort();
            LETTER.send(sender(port, "hub", "secret", Security.NONE), "hub@example.org");
            assertThat(server.getReceivedMessages()).hasSize(1);

            assertThatThrownBy(() -> LETTER.send(sender(port, "hub", "wrong", Security.NONE), "hub@example.org"))
                    .isInstanceOf(MailAuthenticationException.class);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWithoutStartTlsGetsNeitherLetterNorPassword() {
        try (ScriptedSmtp server = ScriptedSmtp.refusing("nobody")) {
            assertThatThrownBy(() ->
                            LETTER.send(sender(server.port(), "hub", "secret", Security.STARTTLS), "hub@example.org"))
                    .isInstanceOf(MailSendException.class)
                    .hasMessageContaining("STARTTLS is required");
            assertThat(server.commands()).contains("EHLO").doesNotContain("AUTH", "MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void afterStartTlsEverythingIsEncrypted() throws Exception {
        SSLContext tls = certifiedFor("ip:127.0.0.1");
        try (ScriptedSmtp server = ScriptedSmtp.offeringStartTls(tls)) {
            LETTER.send(trusting(tls, sender(server.port(), "hub", "secret", Security.STARTTLS)), "hub@example.org");
            assertThat(server.commands()).startsWith("EHLO", "STARTTLS", "ehlo", "auth", "mail", "rcpt", "data");
        }
    }

    @Test
    void tlsFromTheFirstByteOn() throws Exception {
        SSLContext tls = certifiedFor("ip:127.0.0.1");
        try (ScriptedSmtp server = ScriptedSmtp.encryptedFromTheFirstByte(tls)) {
            LETTER.send(trusting(tls, sender(server.port(), "", "", Security.TLS)), "hub@example.org");
            assertThat(server.commands()).startsWith("ehlo", "mail", "rcpt", "data");
        }
    }

    @Test
    void aServerThatCannotProveWhoItIsGetsNothing() throws Exception {
        SSLContext tls = certifiedFor("ip:127.0.0.1");
        try (ScriptedSmtp server = ScriptedSmtp.offeringStartTls(tls)) {
            assertRefusedByUs(sender(server.port(), "hub", "secret", Security.STARTTLS));
            assertThat(server.commands()).doesNotContain("AUTH", "auth", "MAIL", "mail");
        }
        GreenMail selfSigned = withUser(ServerSetup.PROTOCOL_SMTPS);
        try {
            assertRefusedByUs(sender(selfSigned.getSmtps().getPort(), "hub", "secret", Security.TLS));
            assertThat(selfSigned.getReceivedMessages()).isEmpty();
        } finally {
            selfSigned.stop();
        }
    }

    @Test
    void aServerWithAnotherServersCertificateGetsNothing() throws Exception {
        SSLContext tls = certifiedFor("dns:mail.example.org");
        try (ScriptedSmtp server = ScriptedSmtp.offeringStartTls(tls)) {
            assertRefusedByUs(trusting(tls, sender(server.port(), "hub", "secret", Security.STARTTLS)));
            assertThat(server.commands()).doesNotContain("AUTH", "auth", "MAIL", "mail");
        }
    }

    @Test
    void aRecipientThatIsRefusedIsAFailure() {
        try (ScriptedSmtp server = ScriptedSmtp.refusing("team@example.org")) {
            assertThatThrownBy(() -> LETTER.send(sender(server.port(), "", "", Security.NONE), "hub@example.org"))
                    .isInstanceOf(MailSendException.class)
                    .hasStackTraceContaining("550 no such mailbox here");
            assertThat(server.commands()).contains("RCPT").doesNotContain("DATA");
        }
    }

    /** It took the letter, and that counts; whoever waits for a goodbye, or minds that there is none, sends it again. */
    @Test
    void aServerThatHangsUpOnceItHasTakenALetterHasTakenIt() throws Exception {
        try (ScriptedSmtp server = ScriptedSmtp.rude()) {
            for (int i = 0; i < 20; i++) {
                LETTER.send(sender(server.port(), "", "", Security.NONE), "hub@example.org");
            }
            assertThat(server.commands()).filteredOn("DATA"::equals).hasSize(20);
        }
    }

    @Test
    void whetherASilentServerHasTakenALetterIsNotKnown() {
        try (ScriptedSmtp server = ScriptedSmtp.silent()) {
            JavaMailSenderImpl hasty = sender(server.port(), "", "", Security.NONE);
            hasty.getJavaMailProperties().setProperty("mail.smtp.timeout", "100");

            assertThatThrownBy(() -> LETTER.send(hasty, "hub@example.org")).isInstanceOf(MailSendException.class);
            assertThat(server.commands()).contains("DATA");
        }
    }

    /** Virus scanners take ten seconds and more; a server that is not there is known of at once. */
    @Test
    void anAnswerIsWaitedForLongerThanAConnection() {
        assertThat(sender(25, "", "", Security.NONE).getJavaMailProperties())
                .containsEntry("mail.smtp.timeout", "120000")
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.quitwait", "false");
    }

    private static void assertRefusedByUs(JavaMailSenderImpl sender) {
        assertThatThrownBy(() -> LETTER.send(sender, "hub@example.org"))
                .isInstanceOf(MailSendException.class)
                .satisfies(e -> assertThat(causes(e))
                        .containsAnyOf("SSLHandshakeException", "CertificateException", "IOException"));
    }

    private static String causes(Throwable failure) {
        StringBuilder names = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            names.append(cause.getClass().getSimpleName()).append(' ');
        }
        if (failure instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                names.append(causes(each));
            }
        }
        if (failure instanceof MessagingException messaging && messaging.getNextException() != null) {
            names.append(messaging.getNextException().getClass().getSimpleName());
        }
        return names.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hub", "Hub <hub@example.org>"})
    void aSenderThatIsNoAddressIsNamedAsWhatItIs(String from) {
        assertThatThrownBy(() -> new MailSettings("127.0.0.1", 25, "", "", Security.NONE, from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hub.mail.from must be an e-mail address where hub.mail.host is set, not \"" + from + "\"");
    }

    private static GreenMail withUser(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.withConfiguration(GreenMailConfiguration.aConfig().withUser("hub@example.org", "hub", "secret"));
        server.start();
        return server;
    }

    private static JavaMailSenderImpl sender(int port, String user, String password, Security security) {
        return new MailSettings("127.0.0.1", port, user, password, security, "hub@example.org").sender();
    }

    /** As if the certificate's issuer were known to this machine. */
    private static JavaMailSenderImpl trusting(SSLContext tls, JavaMailSenderImpl sender) {
        SSLSocketFactory trusting = tls.getSocketFactory();
        sender.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", trusting);
        return sender;
    }

    /** Shows a certificate of that name that it has issued itself, and trusts nobody else. */
    private SSLContext certifiedFor(String name) throws Exception {
        Path store = folder.resolve(name.replace(':', '-') + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + name,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("issuer", keys.getCertificate("mykey"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
