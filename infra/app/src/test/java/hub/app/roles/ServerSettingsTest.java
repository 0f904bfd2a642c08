package hub.app.roles;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.app.config.Settings;
import hub.app.config.UsageError;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong is said before any server is asked. */
class ServerSettingsTest {

    @Test
    void aMailServerWithoutASender() {
        assertThatThrownBy(() -> Server.start(
                        Settings.of(Map.of("hub.roles", "scheduler", "hub.mail.host", "mail.example.org"))))
                .isInstanceOf(UsageError.class)
                .hasMessage("hub.mail.from must be an e-mail address where hub.mail.host is set, not \"\"");
    }
}
