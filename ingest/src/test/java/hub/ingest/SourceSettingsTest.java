package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.store.Generation;
import org.junit.jupiter.api.Test;

class SourceSettingsTest {

    private static SourceSettings settings(String host, int port, long serverId) {
        return new SourceSettings(
                host, port, "productivity", "hub", "secret", Flavor.MYSQL, SslMode.PREFERRED, serverId);
    }

    @Test
    void neighbouringGenerationsHaveDifferentServerIds() {
        SourceSettings settings = settings("db", 3306, SourceSettings.DEFAULT_SERVER_ID);
        assertThat(settings.serverId(new Generation(15))).isNotEqualTo(settings.serverId(new Generation(16)));
        assertThat(settings.serverId(new Generation(16))).isEqualTo(SourceSettings.DEFAULT_SERVER_ID);
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> settings(" ", 3306, 1)).hasMessageContaining("hub.mysql.host");
        assertThatThrownBy(() -> settings("db", 70_000, 1)).hasMessageContaining("70000");
        assertThatThrownBy(() -> settings("db", 3306, 0)).hasMessageContaining("hub.mysql.server-id");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(settings("db", 3306, 1)).asString().doesNotContain("secret");
    }
}
