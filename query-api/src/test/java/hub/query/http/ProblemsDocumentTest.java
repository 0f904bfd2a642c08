package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code PROBLEMS.md} and the code say the same. */
class ProblemsDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(/problems/[a-z-]+)` \\| (\\d{3}) \\| ([^|]+) \\|");

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("PROBLEMS.md"))).results().toList();
    }

    @Test
    void everyTypeIsExplainedAndNoOther() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ProblemType.values())
                        .map(type -> type.uri() + " " + type.status())
                        .toList());
        assertThat(rows()).allSatisfy(row -> assertThat(row.group(3)).isNotBlank());
    }

    @Test
    void theyStandInTheOrderOfTheirStatus() throws IOException {
        assertThat(rows().stream().map(row -> Integer.valueOf(row.group(2)))).isSorted();
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void eachHasTheMembersOfRfc9457AndTheLegacysError(ProblemType type) {
        assertThat(Problem.of(type, "what and the way out").json())
                .containsEntry("type", type.uri())
                .containsEntry("title", type.title())
                .containsEntry("status", type.status())
                .containsEntry("detail", "what and the way out")
                .containsEntry("error", "what and the way out");
        assertThat(Problem.of(type, null).json()).doesNotContainKey("detail").containsEntry("error", type.title());
        Reply reply = Reply.of(Problem.of(type, null));
        assertThat(reply.status().code()).isEqualTo(type.status());
        assertThat(reply.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.headers().get("Cache-Control")).isEqualTo("no-store");
    }
}
