package hub.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hub.app.config.Properties;
import hub.app.config.Property;
import hub.query.security.ApiKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HubCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makesAKeyInTwoLinesThatFitTogether() {
        assertThat(run("keys", "new", "--id", "wallboard", "--scopes", "read,ops"))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        String key = lines.get(0).replaceFirst("^key=", "");
        String config = lines.get(1).replaceFirst("^config=", "");
        assertThat(lines).containsExactly("key=" + key, "config=" + config);
        assertThat(config).doesNotContain(key).endsWith(":read+ops");
        assertThat(ApiKeys.parse(List.of(config)).check(key, Instant.EPOCH).key())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys new", "keys new --id A*", "keys new --id a --scopes write"})
    void refusesAKeyThatCannotBe(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("hub: ");
    }

    @Test
    void explainsEverySetting() {
        assertThat(run("--help")).isZero();
        for (Property property : Properties.ALL) {
            assertThat(out.toString()).contains(property.name(), property.environmentName(), property.defaultText());
        }
        assertThat(out.toString()).contains("demo", "serve", "doctor", "keys", "rebuild", "rollback", "Exit codes");
    }

    @Test
    void printsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("Productivity Hub ");
    }

    @Test
    void refusesUnknownSettingsAndNamesTheNearOnes() {
        assertThat(run("serve", "--hub.mysql.hots=db", "--hub.role=query")).isEqualTo(2);
        assertThat(err.toString())
                .contains("a flag sets hub.mysql.hots, which does not exist; did you mean hub.mysql.host")
                .contains("a flag sets hub.role, which does not exist; did you mean hub.roles?");
    }

    @Test
    void refusesUnknownSettingsOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("hub.properties"), "hub.mysql.databse=productivity\n");
        assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file.toString(), "hub.mysql.databse", "did you mean hub.mysql.database?");
    }

    @Test
    void listsEverythingThatIsMissingOrMalformedAtOnce() {
        assertThat(run("serve", "--hub.mysql.port=x", "--hub.mysql.flavor=oracle", "--hub.mysql.jobs.ssl-mode=no"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("hub.mysql.database is not set (HUB_MYSQL_DATABASE)")
                .contains("hub.mysql.username is not set (HUB_MYSQL_USERNAME)")
                .contains("hub.mysql.port must be 1 to 65535, not \"x\"")
                .contains("hub.mysql.flavor must be mysql or mariadb, not \"oracle\"")
                .contains("hub.mysql.jobs.ssl-mode is \"no\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --roles ingest,cook",
                "serve --roles query --redis localhost",
                "serve --config no-such-file",
                "serve --speed=4",
                "serve something",
                "serve --roles ingest --hub.mysql.database=d --hub.mysql.username=u --hub.recovery=maybe",
                "serve --roles ingest --hub.mysql.database=d --hub.mysql.username=u --hub.retention.days=-1",
                "serve --roles ingest --hub.mysql.database=d --hub.mysql.username=u --hub.watchdog.seconds=0",
                "demo --speed 0",
                "demo --port 70000",
                "demo --employees many",
                "srve"
            })
    void refusesMisuseWithOneMessageAndNoTrace(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("hub: ").doesNotContain("\tat ", "Exception");
        assertThat(err.toString().lines().count()).isLessThan(4);
    }

    @Test
    void failsClearlyWhereThereIsNoRedis() {
        assertThat(run("rollback", "--redis", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("127.0.0.1").doesNotContain("\tat ");
    }

    @Test
    void theNameOfAJobIsNotTakenForASetting() {
        assertThat(run("job", "run", "close-day", "--date", "2026-01-14", "--redis", "127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("127.0.0.1").doesNotContain("close-day", "not understood");
    }

    private int run(String... arguments) {
        CommandLine line = HubCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
