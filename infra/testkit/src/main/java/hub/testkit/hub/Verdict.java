package hub.testkit.hub;

import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Oracle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One answer and the statements that say what is in it. A statement judges one part of the answer: the part's rows are
 * the statement's in number and order, and every column is a field with that value, exactly; 6 equals 6.0. Fields that no
 * column names are not judged.
 *
 * @param path with the query
 * @param statements by the part they judge, a JSON pointer; the empty one is the whole answer
 */
record Verdict(String path, Map<String, String> statements) {

    /** @param partsAndStatements part, statement, part, statement … */
    static Verdict of(String path, String... partsAndStatements) {
        Map<String, String> statements = new LinkedHashMap<>();
        for (int i = 0; i < partsAndStatements.length; i += 2) {
            statements.put(partsAndStatements[i], partsAndStatements[i + 1]);
        }
        return new Verdict(path, statements);
    }

    /** What {@code reply} says otherwise than SQL. */
    Differences judge(Reply reply, Oracle oracle, Asked asked) {
        Differences differences = new Differences(path + " at " + reply.evaluatedAt());
        statements.forEach((part, statement) -> compare(
                differences,
                statement,
                oracle.table(statement, asked),
                reply.json().at(part)));
        return differences;
    }

    static void compare(
            Differences differences, String what, List<Map<String, @Nullable Object>> expected, JsonNode part) {
        List<JsonNode> rows = part.isArray() ? part.valueStream().toList() : List.of(part);
        if (rows.size() != expected.size()) {
            differences.add(what, "number of rows", expected, part);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            compare(differences, what + " " + (i + 1), expected.get(i), rows.get(i));
        }
    }

    private static void compare(
            Differences differences, String which, Map<String, @Nullable Object> expected, JsonNode row) {
        for (Map.Entry<String, @Nullable Object> column : expected.entrySet()) {
            String field = column.getKey();
            JsonNode value = row.isValueNode() ? row : row.at("/" + field.replace('.', '/'));
            differences.same(which, field, column.getValue(), value);
        }
    }
}
