package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Tally;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows 45, 47 and 48: rows that a warehouse should not have, and does. */
final class PoisonFaults {

    private static final String ACTIVITY =
            "INSERT INTO activity_logs (id, employee_id, items_count, window_start, window_end, source) VALUES ";
    private static final String LAST_WEEK = "UTC_TIMESTAMP() - INTERVAL 6 DAY";
    private static final String NOW = "UTC_TIMESTAMP() - INTERVAL 1 MINUTE";

    private PoisonFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("45", "items that are NULL, negative or huge", "as SQL counts them", bench -> {
                    for (String items : List.of("NULL", "-5", "2147483647", "2147483647", "-2147483648")) {
                        bench.sql(ACTIVITY + "(NULL, 3, " + items + ", " + NOW + ", NULL, 'podfactory')");
                    }
                    bench.awaitLive();
                    assertThat(bench.difference().isNone()).isTrue();
                    // What writes at random beside later faults adds to what it finds, and may not exceed the column.
                    bench.sql("DELETE FROM activity_logs WHERE ABS(items_count) > 1000000");
                    return "as SQL";
                }),
                new Fault("45b", "items beyond what one row may add", "parked, others unaffected; unparked", bench -> {
                    bench.sql("ALTER TABLE activity_logs MODIFY items_count BIGINT NULL");
                    bench.sql(ACTIVITY + "(990045, 3, " + (Tally.MAX_ROW_ITEMS + 1) + ", " + LAST_WEEK
                            + ", NULL, 'podfactory')");
                    bench.awaitLive();
                    assertThat(state(bench)).isEqualTo("degraded");
                    assertParked(bench, 990_045);
                    assertThat(bench.difference().isNone()).isTrue();
                    bench.sql("DELETE FROM activity_logs WHERE id = 990045");
                    FaultBench.await("unparked row", () -> !state(bench).equals("degraded"));
                    return "parked with its position, unparked";
                }),
                new Fault("45c", "a sum beyond what an entry may hold", "degraded until the rebuild", bench -> {
                    bench.sql("ALTER TABLE activity_logs MODIFY items_count BIGINT NULL");
                    bench.db().transaction(() -> {
                        for (long items = 0; items <= Tally.MAX_ITEMS; items += Tally.MAX_ROW_ITEMS) {
                            bench.sql(ACTIVITY + "(NULL, 3, " + Tally.MAX_ROW_ITEMS + ", " + LAST_WEEK
                                    + ", NULL, 'podfactory')");
                        }
                    });
                    FaultBench.await("degraded answer", () -> state(bench).equals("degraded"));
                    assertThat(bench.pipeline().path("faults").path("overflow").toString())
                            .contains("leaderboard");
                    bench.sql("DELETE FROM activity_logs WHERE items_count = " + Tally.MAX_ROW_ITEMS);
                    bench.awaitLive();
                    assertThat(state(bench)).as("what was blurred stays marked").isEqualTo("degraded");
                    bench.rebuild();
                    FaultBench.await("sound answer", () -> !state(bench).equals("degraded"));
                    return "marked, rebuilt";
                }),
                new Fault("47", "a zero date, and the year 9999", "parked, others unaffected; unparked", bench -> {
                    bench.sql("SET SESSION sql_mode = ''");
                    bench.sql(ACTIVITY + "(990001, 3, 7, '0000-00-00', NULL, 'podfactory'),"
                            + " (990002, 3, 7, '9999-12-31 23:00:00', '9999-12-31 23:09:59', 'podfactory')");
                    bench.sql("SET SESSION sql_mode = DEFAULT");
                    bench.awaitLive();
                    assertThat(state(bench)).isEqualTo("degraded");
                    assertThat(bench.difference().isNone()).isTrue();
                    bench.sql("DELETE FROM activity_logs WHERE id IN (990001, 990002)");
                    FaultBench.await("unparked row", () -> !state(bench).equals("degraded"));
                    return "parked and unparked";
                }),
                new Fault("48", "unknown ids; odd names", "re-attributed when the dimension arrives", bench -> {
                    bench.sql(ACTIVITY + "(NULL, 4711, 9, " + NOW + ", NULL, 'podfactory')");
                    bench.awaitLive();
                    assertThat(people(bench)).as("before the person is known").doesNotContain("Ada");
                    bench.sql("INSERT INTO employees (id, name) VALUES (4711, 'Ada')");
                    bench.awaitLive();
                    assertThat(people(bench)).contains("Ada");
                    for (String name :
                            List.of("REPEAT('😀', 255)", "CONCAT('a', CHAR(0), CHAR(7), CHAR(10), '\"<b>')")) {
                        bench.sql("UPDATE employees SET name = " + name + " WHERE id = 4711");
                        bench.awaitLive();
                        String stored = bench.db()
                                .rows("SELECT HEX(name) FROM employees WHERE id = 4711")
                                .getFirst();
                        assertThat(people(bench).stream().map(PoisonFaults::hex))
                                .contains(stored);
                    }
                    return "attributed and escaped";
                }));
    }

    private static void assertParked(FaultBench bench, long id) {
        JsonNode parked = bench.hub().dashboard().get("/api/ops/parked").json().path("parked");
        assertThat(parked).as("%s", parked).hasSize(1);
        assertThat(parked.get(0).path("id").asLong()).isEqualTo(id);
        assertThat(parked.get(0).path("table").asString("")).isEqualTo("activity_logs");
        assertThat(parked.get(0).path("position").asString("")).contains("gtid:");
        assertThat(parked.get(0).path("reason").asString("")).isNotEmpty();
    }

    private static String state(FaultBench bench) {
        return bench.leaderboard().header("Hub-State").orElse("");
    }

    private static List<String> people(FaultBench bench) {
        return bench.leaderboard()
                .json()
                .valueStream()
                .map(row -> row.path("name").asString())
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
