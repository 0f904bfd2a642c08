package hub.query.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.mysql.MysqlReports.Entry;
import hub.mysql.MysqlReports.Form;
import hub.mysql.MysqlReports.Kept;
import hub.query.http.Arguments;
import hub.query.http.Call;
import hub.query.http.FakeRequest;
import hub.query.http.ProblemType;
import hub.query.http.Refusal;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.security.ApiKey;
import hub.query.security.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

final class ReportRoutesTest {

    private static final Instant NOW = Instant.parse("2026-01-16T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private final List<String> asked = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private final Reports reports = new Reports() {
        @Override
        public Mono<List<Entry>> list(String audience, int most) {
            asked.add("list " + audience + " " + most);
            return failure == null
                    ? Mono.just(List.of(new Entry(DAY, 2, "closing", "Title", "Headline", "mysql-gtid:u:1-7", NOW)))
                    : Mono.error(failure);
        }

        @Override
        public Mono<Kept> find(LocalDate date, int version, String audience, Form form) {
            asked.add(date + " " + version + " " + audience + " " + form);
            if (failure != null) {
                return Mono.error(failure);
            }
            return date.equals(DAY) ? Mono.just(new Kept(2, "mysql-gtid:u:1-7", "é " + form)) : Mono.empty();
        }
    };

    @Test
    void theListTellsWhereEachFormIs() {
        Reply reply = get("reports", Map.of(), Set.of(Scope.READ), null);

        assertThat(text(reply))
                .isEqualTo("[{\"date\":\"2026-01-15\",\"version\":2,\"state\":\"closing\",\"title\":\"Title\","
                        + "\"headline\":\"Headline\",\"position\":\"mysql-gtid:u:1-7\",\"made_at\":\"2026-01-16T15:00:00Z\","
                        + "\"html\":\"/api/reports/2026-01-15.html\",\"csv\":\"/api/reports/2026-01-15.csv\","
                        + "\"json\":\"/api/reports/2026-01-15.json\"}]");
        assertThat(asked).containsExactly("list read 31");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, JSON, application/json",
        "2026-01-15.json, JSON, application/json",
        "2026-01-15.html, HTML, text/html; charset=utf-8",
        "2026-01-15.csv, CSV, text/csv; charset=utf-8; header=present"
    })
    void theEndingNamesTheForm(String file, Form form, String type) {
        Reply reply = get("report", Map.of("report", List.of(file)), Set.of(Scope.READ), null);

        assertThat(text(reply)).isEqualTo("é " + form);
        assertThat(reply.headers().get("Content-Type")).isEqualTo(type);
        assertThat(reply.headers().get("Hub-Position")).isEqualTo("mysql-gtid:u:1-7");
        assertThat(reply.headers().get("Hub-Report-Version")).isEqualTo("2");
        assertThat(reply.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(asked).containsExactly("2026-01-15 0 read " + form);
    }

    @Test
    void aPageMayRunNothing() {
        Reply reply = get("report", Map.of("report", List.of("2026-01-15.html")), Set.of(Scope.READ), null);

        assertThat(reply.headers().get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }

    @Test
    void aTableIsSavedUnderItsName() {
        Reply reply = get("report", Map.of("report", List.of("2026-01-15.csv")), Set.of(Scope.READ), null);

        assertThat(reply.headers().get("Content-Disposition"))
                .isEqualTo("attachment; filename=\"daily-report-2026-01-15.csv\"");
    }

    @Test
    void onlyKeysThatMayReadCostsGetThem() {
        Map<String, List<String>> day = Map.of("report", List.of("2026-01-15"), "version", List.of("1"));
        get("report", day, Set.of(Scope.READ, Scope.OPS, Scope.EMPLOYEE_READ), null);
        get("report", day, Set.of(Scope.READ, Scope.COST_READ), null);
        get("reports", Map.of("limit", List.of("366")), Set.of(Scope.READ, Scope.COST_READ), null);

        assertThat(asked).containsExactly("2026-01-15 1 read JSON", "2026-01-15 1 cost JSON", "list cost 366");
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        Map<String, List<String>> day = Map.of("report", List.of("2026-01-15"));
        String etag = get("report", day, Set.of(Scope.READ), null).headers().get("ETag");

        Reply again = get("report", day, Set.of(Scope.READ), etag);

        assertThat(again.status().code()).isEqualTo(304);
        assertThat(again.body()).isEqualTo(Reply.NONE);
    }

    @Test
    void aDayWithoutAReportIsNotFound() {
        assertThatThrownBy(() -> get("report", Map.of("report", List.of("2026-01-14")), Set.of(Scope.READ), null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().type()).isEqualTo(ProblemType.NOT_FOUND);
                    assertThat(refusal.problem().detail())
                            .isEqualTo("No report of 2026-01-14 is kept; /api/reports lists those that are");
                });
    }

    @Test
    void aDatabaseThatIsAwayIsNeitherAnEmptyListNorToldOf() {
        failure = new IllegalStateException("jdbc:mysql://db.internal: no");
        assertThatThrownBy(() -> get("reports", Map.of(), Set.of(Scope.READ), null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(refusal.problem().detail()).isEqualTo("The kept reports cannot be read now");
                    assertThat(refusal.problem().headers()).containsEntry("Retry-After", "5");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15.pdf", "2026-02-30", "2026-01-15.htm", "latest", "", "2026-01-15.html.csv"})
    void anythingElseIsRefused(String file) {
        assertThatThrownBy(() -> get("report", Map.of("report", List.of(file)), Set.of(Scope.READ), null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().detail())
                                .endsWith("allowed: a date YYYY-MM-DD, alone or with .html, .csv or .json behind it"));
        assertThat(asked).isEmpty();
    }

    private Reply get(
            String name, Map<String, List<String>> parameters, Set<Scope> scopes, @Nullable String ifNoneMatch) {
        Route route = new ReportRoutes(reports)
                .routes().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        FakeRequest request = FakeRequest.of("GET", route.path().text());
        return Objects.requireNonNull(route.handler()
                .handle(new Call(
                        ifNoneMatch == null ? request : request.with("If-None-Match", ifNoneMatch),
                        new ApiKey("test", "", scopes, null, null, false),
                        Arguments.parse(route.parameters(), parameters, NOW)))
                .block(Duration.ofSeconds(10)));
    }

    private static String text(Reply reply) {
        return new String(((Reply.Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }
}
