package hub.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void aFlagWinsOverTheFileAndTheFileOverTheDefault(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("hub.properties"), "hub.mysql.host=from-file\nhub.mysql.port=3307\nhub.scores=stored\n");
        Settings settings = Settings.read(List.of("--hub.mysql.host=from-flag"), file);
        assertThat(settings.text(Properties.MYSQL_HOST)).isEqualTo("from-flag");
        assertThat(settings.number(Properties.MYSQL_PORT)).isEqualTo(3307);
        assertThat(settings.text(Properties.SCORES)).isEqualTo("stored");
        assertThat(settings.text(Properties.RECOVERY)).isEqualTo("manual");
    }

    @Test
    void moreWinsOverWhatWasGiven() {
        Settings settings = Settings.of(Map.of("hub.mysql.host", "a")).with(Map.of("hub.mysql.host", "b"));
        assertThat(settings.text(Properties.MYSQL_HOST)).isEqualTo("b");
        assertThat(settings.environment().getProperty("hub.mysql.host")).isEqualTo("b");
    }

    @Test
    void aValueMayContainAnything() {
        Settings settings = Settings.read(List.of("--hub.mysql.password=a=b --c"), null);
        assertThat(settings.text(Properties.MYSQL_PASSWORD)).isEqualTo("a=b --c");
    }

    @Test
    void springSeesEveryDefault() {
        Settings settings = Settings.of(Map.of());
        assertThat(settings.environment().getProperty("management.server.address"))
                .isEqualTo("127.0.0.1");
        assertThat(settings.environment().getProperty("hub.mysql.ssl-mode")).isEqualTo("preferred");
    }

    @Test
    void everyJobIsOffUntilItIsWanted() {
        Settings settings = Settings.of(Map.of());
        assertThat(Properties.JOB_MODES)
                .hasSize(14)
                .allSatisfy(mode -> assertThat(settings.environment().getProperty(mode.name()))
                        .as(mode.name())
                        .isEqualTo("off"));
        assertThat(settings.environment().getProperty("hub.connecteam.enabled")).isEqualTo("false");
    }

    @Test
    void aNumberMustBeOne() {
        assertThatThrownBy(
                        () -> Settings.of(Map.of("hub.retention.days", "all")).number(Properties.RETENTION))
                .isInstanceOf(UsageError.class)
                .hasMessage("hub.retention.days must be a whole number, not \"all\"");
    }

    @Test
    void namesVariablesThatAreNearlyOursAndLeavesOthersAlone() {
        assertThat(UnknownProperties.inEnvironment(List.of(
                        "HUB_MYSQL_HOST",
                        "HUB_MYSQL_SSLMODE",
                        "HUB_MYSQL_SSL_MODE",
                        "HUB_PORT_8080_TCP",
                        "HUB_JAVA_OPTS")))
                .isEmpty();
        assertThat(UnknownProperties.inEnvironment(List.of("HUB_API_KEY")))
                .containsExactly("the environment sets HUB_API_KEY, which does not exist; did you mean HUB_API_KEYS?");
    }

    @Test
    void readsRoles() {
        assertThat(Role.parse("ingest, query")).isEqualTo(Set.of(Role.INGEST, Role.QUERY));
        assertThatThrownBy(() -> Role.parse(" "))
                .hasMessage("hub.roles names no role; the roles are ingest, query, scheduler");
        assertThatThrownBy(() -> Role.parse("ingest,cook"))
                .hasMessage("hub.roles: \"cook\" is not a role; the roles are ingest, query, scheduler");
    }

    @Test
    void measuresHowFarNamesAreApart() {
        assertThat(NearNames.distance("", "abc")).isEqualTo(3);
        assertThat(NearNames.distance("hots", "host")).isEqualTo(2);
        assertThat(NearNames.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearNames.of("hub.quite.other", Set.of("hub.roles"))).isEmpty();
    }
}
