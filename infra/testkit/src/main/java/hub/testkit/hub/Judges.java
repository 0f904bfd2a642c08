package hub.testkit.hub;

import hub.testkit.hub.Verdict.Judge;
import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Department;
import hub.testkit.oracle.Hour;
import hub.testkit.oracle.Oracle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons that need more than a statement whose columns are the answer's fields. */
final class Judges {

    private static final int CHEERS = 3;

    private Judges() {}

    /** By the rows of one employee in a statement about everybody; no body stands for no such employee. */
    static Judge ofOne(String part, String statement, long id) {
        return (differences, body, oracle, asked) -> {
            if (!body.isMissingNode() || oracle.people().contains(id)) {
                Verdict.compare(differences, statement, rowsOf(id, oracle.table(statement, asked)), body.at(part));
            }
        };
    }

    private static List<Map<String, @Nullable Object>> rowsOf(long id, List<Map<String, @Nullable Object>> everybody) {
        return everybody.stream()
                .filter(row -> String.valueOf(id).equals(String.valueOf(row.get("id"))))
                .map(Judges::withoutId)
                .toList();
    }

    private static Map<String, @Nullable Object> withoutId(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(row);
        others.remove("id");
        return others;
    }

    /** By the row of one employee in a statement about everybody; a problem stands for none. */
    static Judge ofOneOrNobody(String statement, long id) {
        return (differences, body, oracle, asked) -> {
            List<Map<String, @Nullable Object>> rows = rowsOf(id, oracle.table(statement, asked));
            JsonNode part = body.has("success") ? body : JsonNodeFactory.instance.arrayNode();
            Verdict.compare(differences, statement, rows, part);
        };
    }

    /** An object of objects, or of lists of them, becomes rows that have its member's name in {@code column}. */
    static Judge named(String part, String column, String statement) {
        return (differences, body, oracle, asked) -> {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            body.at(part).forEachEntry((name, value) -> {
                List<JsonNode> objects = value.isArray() ? value.valueStream().toList() : List.of(value);
                objects.forEach(one -> rows.addObject().put(column, name).setAll((ObjectNode) one));
            });
            Verdict.compare(differences, statement, oracle.table(statement, asked), rows);
        };
    }

    /** Where there is nothing to tell, cheers stand. */
    static Judge ticker() {
        return (differences, body, oracle, asked) -> {
            List<Map<String, @Nullable Object>> lines = oracle.table("ticker", asked);
            if (!lines.isEmpty()) {
                Verdict.compare(differences, "line", lines, body);
            } else if (body.size() != CHEERS) {
                differences.add("ticker", "number of cheers", CHEERS, body);
            }
        };
    }

    /** Hours with an object for each station become rows of one station and hour. */
    static void history(Differences differences, JsonNode body, Oracle oracle, Asked asked) {
        ArrayNode stations = JsonNodeFactory.instance.arrayNode();
        ArrayNode bottlenecks = JsonNodeFactory.instance.arrayNode();
        for (JsonNode hour : body.path("hourly_data")) {
            hour.path("stations")
                    .forEachEntry((station, facts) -> stations.addObject()
                            .put("hour", hour.path("hour").asString())
                            .put("station", station)
                            .setAll((ObjectNode) facts));
            hour.path("bottlenecks")
                    .forEach(bottleneck -> bottlenecks
                            .addObject()
                            .put("hour", hour.path("hour").asString())
                            .setAll((ObjectNode) bottleneck));
        }
        Verdict.compare(differences, "station", oracle.table("history-stations", asked), stations);
        Verdict.compare(differences, "bottleneck", oracle.table("history-bottlenecks", asked), bottlenecks);
    }

    /** Whoever worked tells the shifts of a single day; those of a range are told by nobody. */
    static void clockTimes(Differences differences, JsonNode body, Oracle oracle, Asked asked) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        for (JsonNode person : body.path("employee_costs")) {
            if (person.has("clock_times") != asked.from().equals(asked.to())) {
                differences.add("employee " + person.path("id"), "clock_times", "only of a single day", person);
            }
            for (JsonNode shift : person.path("clock_times")) {
                told.addObject().put("id", person.path("id").asLong()).setAll((ObjectNode) shift);
            }
        }
        Verdict.compare(
                differences,
                "cost-clock-times",
                asked.from().equals(asked.to()) ? oracle.table("cost-clock-times", asked) : List.of(),
                told);
    }

    static void departments(Differences differences, JsonNode rows, Oracle oracle, Asked asked) {
        List<Department> expected = oracle.departments(asked.to(), asked.now(), asked.mode());
        compareOrder(
                differences,
                expected.stream().map(Department::name).map(String::valueOf).toList(),
                rows,
                "department_name");
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            compare(differences, expected.get(i), rows.get(i));
        }
    }

    private static void compare(Differences differences, Department expected, JsonNode row) {
        String which = "department " + expected.name();
        differences.text(which, "name", expected.name(), row);
        differences.number(which, "employee_count", expected.people(), row);
        differences.number(which, "clocked_employees", expected.clocked(), row);
        differences.number(which, "total_items", expected.items(), row);
        differences.number(which, "total_hours", expected.totalHours(), row);
        differences.number(which, "efficiency", expected.efficiency(), row);
        differences.number(which, "vs_target", expected.vsTarget(), row);
        differences.number(which, "target_rate", expected.targetRate(), row);
        differences.number(which, "avg_rate", expected.avgRate(), row);
        differences.number(which, "avg_items_per_minute", expected.avgRate(), row);
    }

    static void heatmap(Differences differences, JsonNode rows, Oracle oracle, Asked asked) {
        List<Hour> expected = oracle.heatmap(asked.to(), asked.now());
        compareOrder(
                differences,
                expected.stream().map(hour -> hour.hourOfDay() + ":00").toList(),
                rows,
                "hour");
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            Hour hour = expected.get(i);
            String which = "hour " + hour.hourOfDay();
            differences.number(which, "employees", hour.people(), rows.get(i));
            differences.number(which, "items", hour.items(), rows.get(i));
            differences.number(which, "points", hour.points(), rows.get(i));
            differences.number(which, "intensity", hour.intensity(), rows.get(i));
        }
    }

    static void compareOrder(Differences differences, List<?> expected, JsonNode rows, String field) {
        List<String> actual =
                rows.valueStream().map(row -> row.path(field).asString("null")).toList();
        List<String> wanted = expected.stream().map(String::valueOf).toList();
        if (!wanted.equals(actual)) {
            differences.add("all rows", field, wanted, actual);
        }
    }
}
