package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.Parity;
import hub.testkit.hub.Reply;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Rows 45 and 47 of the fault matrix: a row that cannot be read is listed, degrades what lacks it, and stops nothing. */
abstract class PoisonContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final Logger AUDIT = (Logger) LoggerFactory.getLogger("hub.audit");

    private final ListAppender<ILoggingEvent> audit = new ListAppender<>();

    PoisonContract() {
        super("poison", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @BeforeEach
    void listen() {
        audit.start();
        AUDIT.addAppender(audit);
    }

    @AfterEach
    void listenNoMore() {
        AUDIT.detachAppender(audit);
    }

    private List<String> audited() {
        return audit.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aRowThatCannotBeReadIsListedUntilItIsCorrected() {
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.qcPassed(70).by(1));
        db.execute("SET SESSION sql_mode = ''");
        db.execute("INSERT INTO clock_times (id, employee_id, clock_in) VALUES (900, 2, '0000-00-00 00:00:00')");

        Reply board = service.leaderboard(TODAY);
        assertThat(board.header("Hub-State")).contains("degraded");
        assertThat(board.json().get(0).path("items_today").asLong()).isEqualTo(70);
        assertThat(service.heatmap(TODAY).header("Hub-State")).isNotEqualTo(Optional.of("degraded"));
        new Parity(service, new Oracle(db.connection()), ScoreMode.LIVE).assertHolds(TODAY);

        JsonNode parked = dashboard.get("/api/ops/parked").json();
        assertThat(parked.path("unacknowledged").asInt()).isEqualTo(1);
        JsonNode entry = parked.path("parked").get(0);
        assertThat(entry.path("table").asString("")).isEqualTo("clock_times");
        assertThat(entry.path("id").asLong()).isEqualTo(900);
        assertThat(entry.path("reason").asString("")).isEqualTo("clock_in is NULL or a zero date");
        assertThat(entry.path("position").asString("")).contains("gtid:");
        assertThat(entry.path("boards").toString()).contains("shifts");
        assertThat(entry.path("acknowledged_by").isNull()).isTrue();

        String one = "/api/ops/parked/acknowledge?table=clock_times&id=";
        assertThat(dashboard.post(one + 901).status()).isEqualTo(404);
        Reply acknowledged = dashboard.post(one + 900);
        dashboard.post(one + 900);
        String row = " parked row 900 of clock_times, parked at "
                + entry.path("position").asString("") + ": clock_in is NULL or a zero date";
        String by = "key testkit ";
        assertThat(audited()).containsExactly(by + "acknowledged" + row, by + "acknowledged once more" + row);
        assertThat(acknowledged.json().path("unacknowledged").asInt(-1))
                .as("%s", acknowledged)
                .isZero();
        assertThat(dashboard
                        .get("/api/ops/parked")
                        .json()
                        .path("parked")
                        .get(0)
                        .path("acknowledged_by")
                        .isNull())
                .isFalse();
        assertThat(service.leaderboard(TODAY).header("Hub-State")).contains("degraded");

        db.execute("UPDATE clock_times SET clock_in = '2026-01-15 15:00:00' WHERE id = 900");
        assertThat(service.leaderboard(TODAY).header("Hub-State")).isNotEqualTo(Optional.of("degraded"));
        assertThat(dashboard.get("/api/ops/parked").json().path("parked").isEmpty())
                .isTrue();
        new Parity(service, new Oracle(db.connection()), ScoreMode.LIVE).assertHolds(TODAY);
    }
}
