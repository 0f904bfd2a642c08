package hub.testkit.hub;

import hub.projections.view.ScoreMode;
import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Oracle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A question, the days that it is about, and how its answer is compared with SQL. */
record Verdict(Question question, About about, Judge judge) {

    /** The days that a question is about, which may depend on what day it is. */
    @FunctionalInterface
    interface About {

        /** @param today the Central day of {@code now} */
        Asked at(Instant now, LocalDate today, ScoreMode mode);

        /** Whatever day that is. */
        static About today() {
            return (now, today, mode) -> new Asked(today, today, now, mode);
        }

        /** Today and the {@code days} before. */
        static About since(int days) {
            return (now, today, mode) -> new Asked(today.minusDays(days), today, now, mode);
        }

        static About days(LocalDate from, LocalDate to) {
            return (now, today, mode) -> new Asked(from, to, now, mode);
        }
    }

    /** Adds what a body says otherwise than SQL. */
    @FunctionalInterface
    interface Judge {
        void compare(Differences differences, JsonNode body, Oracle oracle, Asked asked);

        /** This, and then {@code other}. */
        default Judge and(Judge other) {
            return (differences, body, oracle, asked) -> {
                compare(differences, body, oracle, asked);
                other.compare(differences, body, oracle, asked);
            };
        }

        /**
         * By statements: each judges one part of the answer. The part's rows are the statement's in number and order, and every
         * column is a field with that value, exactly; 6 equals 6.0. Fields that no column names are not judged.
         *
         * @param partsAndStatements a JSON pointer and a statement in turn; the empty pointer is the whole answer
         */
        static Judge by(String... partsAndStatements) {
            return (differences, body, oracle, asked) -> {
                for (int i = 0; i < partsAndStatements.length; i += 2) {
                    String statement = partsAndStatements[i + 1];
                    Verdict.compare(
                            differences, statement, oracle.table(statement, asked), body.at(partsAndStatements[i]));
                }
            };
        }
    }

    /** What the body of an answer says otherwise than SQL at the instant that the answer was evaluated. */
    List<String> differences(JsonNode body, Instant evaluatedAt, Oracle oracle, ScoreMode mode) {
        Differences differences = new Differences(question.pathAndQuery() + " (" + mode + ") at " + evaluatedAt);
        judge.compare(differences, body, oracle, about.at(evaluatedAt, oracle.today(evaluatedAt), mode));
        return differences.found();
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
