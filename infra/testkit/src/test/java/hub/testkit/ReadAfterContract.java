package hub.testkit;

import static hub.testkit.hub.Fields.onlyRow;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import hub.testkit.servers.Flavor;
import hub.testkit.servers.Gtids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who writes, takes the position from the source and asks with it, sees what was written. */
abstract class ReadAfterContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final String LEADERBOARD = "/api/dashboard/leaderboard?date=" + TODAY;
    private static final String BATCH =
            "{\"items\":[{\"view\":\"leaderboard\",\"parameters\":{\"date\":\"2026-01-15\"}}]}";
    private static final int ROUNDS = 10;

    private long written;

    ReadAfterContract() {
        super("readafter", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    private void write() {
        db.activity(Activity.qcPassed(10).by(1));
        written += 10;
    }

    private void prepareOnce() {
        if (written == 0) {
            db.roles();
            db.employees(1);
            write();
            service.leaderboard(TODAY);
        }
    }

    @Test
    void withGtidsOfTheSource() {
        eachRoundIsSeen(this::position);
    }

    @Test
    void withBinlogFileAndPosition() {
        eachRoundIsSeen(() -> binlog(":"));
        eachRoundIsSeen(() -> binlog("\t"));
    }

    private void eachRoundIsSeen(Supplier<String> position) {
        prepareOnce();
        for (int round = 0; round < ROUNDS; round++) {
            write();
            onlyRow(after(position.get(), LEADERBOARD)).has("items_today", written);
            write();
            Reply summary = after(position.get(), "/api/dashboard/summary");
            assertThat(summary.json().path("team_metrics").path("items_today").asLong())
                    .isEqualTo(written);
            write();
            Reply batch = dashboard.postJson(
                    "/api/dashboard/batch", BATCH, "Hub-Read-After", position.get(), "Prefer", "wait=10");
            assertThat(batch.json()
                            .path("items")
                            .path(0)
                            .path("body")
                            .path(0)
                            .path("items_today")
                            .asLong())
                    .as("%s", batch)
                    .isEqualTo(written);
        }
    }

    private Reply after(String position, String path) {
        Reply reply = dashboard.get(path, "Hub-Read-After", position, "Prefer", "wait=10");
        assertThat(reply.status()).as("%s after %s", reply, position).isEqualTo(200);
        return reply;
    }

    /** That there is none is no answer either as long as it may be older than the write. */
    @Test
    void whatWasJustMadeIsFoundAndWhatWasJustTakenAwayIsNot() {
        prepareOnce();
        for (int round = 0; round < ROUNDS; round++) {
            long id = 100 + round;
            String person = "/api/dashboard/employees/" + id;
            db.employee(id, "E" + id);
            assertThat(after(position(), person).json().path("id").asLong()).isEqualTo(id);
            db.shift(id, "2026-01-15T17:00:00Z", null);
            Reply minutes = after(position(), "/api/connecteam/employee/" + id + "/live-minutes");
            assertThat(minutes.json().path("employee_id").asLong())
                    .as("%s", minutes)
                    .isEqualTo(id);
            db.execute("DELETE FROM clock_times WHERE employee_id = ?", id);
            db.execute("DELETE FROM employees WHERE id = ?", id);
            Reply gone = dashboard.get(person, "Hub-Read-After", position(), "Prefer", "wait=10");
            assertThat(gone.status()).as("%s", gone).isEqualTo(404);
            assertThat(gone.header("Hub-Position")).isPresent();
        }
    }

    private String position() {
        return Gtids.committed(database.server(), db.connection()).position();
    }

    private String binlog(String separator) {
        String ask = database.server().flavor() == Flavor.MYSQL ? "SHOW BINARY LOG STATUS" : "SHOW BINLOG STATUS";
        try (Statement statement = db.connection().createStatement();
                ResultSet status = statement.executeQuery(ask)) {
            status.next();
            return status.getString("File") + separator + status.getLong("Position");
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not tell its position", e);
        }
    }

    @Test
    void whatAnAnswerPrintsMayBeAskedFor() {
        prepareOnce();
        String printed = dashboard.get(LEADERBOARD).header("Hub-Position").orElseThrow();
        assertThat(after(printed, LEADERBOARD).header("Hub-Position")).isPresent();
    }

    @Test
    void aPositionOfTheFutureIsNotYetContained() {
        prepareOnce();
        String future = position().replaceAll("-[0-9]+$", "-999999999");
        Reply reply = dashboard.get(LEADERBOARD, "Hub-Read-After", future, "Prefer", "wait=1");
        assertThat(reply.status()).as("%s after %s", reply, future).isEqualTo(503);
        assertThat(reply.header("Retry-After")).hasValue("1");
        assertThat(reply.json().path("type").asString("")).isEqualTo("/problems/not-yet-contained");
    }

    @Test
    void aPositionOfAnotherServerIsAConflict() {
        prepareOnce();
        String other =
                database.server().flavor() == Flavor.MYSQL ? "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5" : "4242-1-5";
        for (String position : new String[] {other, "another-bin.000001:4"}) {
            Reply reply = dashboard.get(LEADERBOARD, "Hub-Read-After", position, "Prefer", "wait=10");
            assertThat(reply.status()).as("%s after %s", reply, position).isEqualTo(409);
        }
    }
}
