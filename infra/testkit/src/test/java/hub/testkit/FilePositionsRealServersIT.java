package hub.testkit;

import static hub.testkit.hub.Fields.onlyRow;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A source without GTIDs: its positions are files and offsets, in answers as in {@code Hub-Read-After}. */
@RequiresRealServers
class FilePositionsRealServersIT extends HubContract {

    private static final String LEADERBOARD = "/api/dashboard/leaderboard?date=2026-01-15";

    private final Servers servers = Servers.realWithoutGtids();
    private long written;

    FilePositionsRealServersIT() {
        super("files", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Servers servers() {
        return servers;
    }

    @Override
    void prepare() {
        db.roles();
        db.employees(1);
    }

    @Test
    void whoHasWrittenSeesItAfterFileAndOffset() {
        dashboard.awaitThat(
                () -> dashboard.get(LEADERBOARD),
                reply -> assertThat(reply.header("Hub-Position").orElse("")).startsWith("binlog:"));
        for (int round = 0; round < 20; round++) {
            if (round % 5 == 4) {
                db.execute("FLUSH BINARY LOGS");
            }
            db.activity(Activity.qcPassed(10).by(1));
            written += 10;
            Reply reply = after(round % 2 == 0 ? status(":") : status("\t"));
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
            onlyRow(reply).has("items_today", written);
            assertThat(after(reply.header("Hub-Position").orElseThrow()).status())
                    .as("what an answer prints may be asked for")
                    .isEqualTo(200);
        }
        String[] held = status(":").split(":");
        Reply future = dashboard.get(
                LEADERBOARD,
                "Hub-Read-After",
                held[0] + ":" + (Long.parseLong(held[1]) + 900_000_000),
                "Prefer",
                "wait=1");
        assertThat(future.status()).as("%s", future).isEqualTo(503);
        assertThat(future.json().path("type").asString("")).isEqualTo("/problems/not-yet-contained");
        for (String foreign : new String[] {"another-bin.000001:4", "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5"}) {
            assertThat(after(foreign).status()).as(foreign).isEqualTo(409);
        }
    }

    private Reply after(String position) {
        return dashboard.get(LEADERBOARD, "Hub-Read-After", position, "Prefer", "wait=10");
    }

    private String status(String separator) {
        try (Statement statement = db.connection().createStatement();
                ResultSet status = statement.executeQuery("SHOW BINARY LOG STATUS")) {
            status.next();
            return status.getString("File") + separator + status.getLong("Position");
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not tell its position", e);
        }
    }
}
