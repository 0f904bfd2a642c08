package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnecteamSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.connecteam.com", "http://127.0.0.1:8080", "http://localhost", "http://[::1]:1"})
    void theKeyIsSentEncryptedOrNotOverANetwork(String url) {
        assertThatCode(() -> settings(url, "k", "1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1", "ftp://localhost", "api.connecteam.com", "", "https:///users"})
    void otherwiseItIsRefused(String url) {
        assertThatThrownBy(() -> settings(url, "k", "1"))
                .hasMessage("hub.connecteam.url must be an https address, not \"" + url + "\"");
    }

    @Test
    void keyAndClockMustBeThere() {
        assertThatThrownBy(() -> settings("https://a.example", "", "1")).hasMessageContaining("hub.connecteam.key");
        assertThatThrownBy(() -> settings("https://a.example", "two\nlines", "1"))
                .hasMessageContaining("hub.connecteam.key")
                .message()
                .doesNotContain("two");
        assertThatThrownBy(() -> settings("https://a.example", "k", "../1")).hasMessageContaining("\"../1\"");
    }

    private static ConnecteamSettings settings(String url, String key, String clock) {
        return new ConnecteamSettings(URI.create(url), key, clock);
    }
}
