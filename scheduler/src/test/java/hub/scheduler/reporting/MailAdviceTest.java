package hub.scheduler.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailAdviceTest {

    @Test
    void recipientsWithoutAServerAreWarnedOfWithTheWayOut() {
        assertThat(MailAdvice.of("team@example.org, boss@example.org:cost:read", " "))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("hub.report.recipients names 2 but hub.mail.host names no server")
                        .endsWith("Set hub.mail.host and hub.mail.from, or leave the recipients out")
                        .doesNotContain("example.org"));
    }

    @Test
    void noRecipientsOrAServerAreNoneOfIt() {
        assertThat(MailAdvice.of("", "")).isEmpty();
        assertThat(MailAdvice.of("team@example.org", "smtp.example.org")).isEmpty();
    }
}
