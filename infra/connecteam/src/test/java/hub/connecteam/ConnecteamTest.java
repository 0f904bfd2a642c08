package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnecteamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final Patience SHORT = new Patience(
            3,
            Duration.ofMinutes(1),
            Duration.ofMillis(5),
            Duration.ofMillis(400),
            1_000,
            Duration.ofMinutes(1),
            Duration.ofMinutes(4));

    private static final Patience NONE = new Patience(
            3,
            Duration.ofSeconds(2),
            Duration.ofMillis(5),
            Duration.ofMillis(400),
            1_000,
            Duration.ofMinutes(1),
            Duration.ofMinutes(4));

    private final ConnecteamStub stub = new ConnecteamStub();
    private final Connecteam connecteam = new Connecteam(stub.settings(), Clock.systemUTC(), SHORT);

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void allPagesAreReadAndArchivedPeopleAreOnThem() {
        for (int id = 1; id <= 250; id++) {
            stub.user(id, "First" + id, "Last", "u" + id + "@example.org", id == 250);
        }

        Understood<User> users = connecteam.users();

        assertThat(users.skipped()).isZero();
        assertThat(users.records()).hasSize(250);
        assertThat(users.records().getLast()).isEqualTo(new User("250", "First250 Last", "u250@example.org", true));
        assertThat(stub.requests())
                .containsExactly(
                        "/users/v1/users?limit=100&offset=0&userStatus=all",
                        "/users/v1/users?limit=100&offset=100&userStatus=all",
                        "/users/v1/users?limit=100&offset=200&userStatus=all");
    }

    @Test
    void aFullLastPageIsFollowedByAnEmptyOne() {
        for (int id = 1; id <= 100; id++) {
            stub.user(id, "A", "B", null, false);
        }

        assertThat(connecteam.users().records()).hasSize(100);
        assertThat(stub.requests()).hasSize(2);
    }

    /** Each of its requests, attempts and pauses is within its own limits; all of them together are not. */
    @Test
    void anAnswerTakesNoLongerThanARunMay() {
        Patience limited = new Patience(
                100,
                Duration.ofMinutes(1),
                Duration.ofMillis(5),
                Duration.ofMinutes(1),
                1_000,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1));
        Connecteam connecteam = new Connecteam(stub.settings(), Clock.systemUTC(), limited);
        for (int id = 1; id <= 150; id++) {
            stub.user(id, "A", "B", null, false);
        }
        stub.nextAnswers(429, "", Map.of("Retry-After", "50"));

        assertThatThrownBy(connecteam::users)
                .isInstanceOf(ConnecteamFailed.class)
                .hasMessage(
                        "no answer from Connecteam for users from 0: all that was to be asked did not come within 1 s,"
                                + " with what was tried again");
        assertThat(stub.requests()).hasSize(1);
    }

    /** Shorter than the lock under which it runs; see the jobs' plans. */
    @Test
    void aRunMayTakeFourMinutes() {
        assertThat(Patience.DEFAULT.perRun()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void aPageThatFailsForGoodFailsTheWholeList() {
        for (int id = 1; id <= 150; id++) {
            stub.user(id, "A", "B", null, false);
        }
        stub.nextAnswers(200, "{\"data\":{\"users\":[" + "{\"userId\":1},".repeat(99) + "{\"userId\":1}]}}", Map.of());
        stub.nextAnswers(500);
        stub.nextAnswers(502);
        stub.nextAnswers(503);

        assertThatThrownBy(connecteam::users)
                .isInstanceOf(ConnecteamFailed.class)
                .hasMessage("Connecteam answered 503 for users from 100");
    }

    @Test
    void shiftsAreAskedForByDayOfTheClock() {
        stub.shifts(7, ConnecteamStub.shift("2026-01-15T14:00:00Z", null));

        assertThat(connecteam.shifts(DAY.minusDays(1), DAY).records())
                .containsExactly(new WorkedShift("7", new Shift(Instant.parse("2026-01-15T14:00:00Z"), null)));
        assertThat(stub.requests())
                .containsExactly(
                        "/time-clock/v1/time-clocks/90125/time-activities?startDate=2026-01-14&endDate=2026-01-15");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void whatPassesIsTriedAgain(int status) {
        stub.user(1, "Ada", "Abara", null, false);
        stub.nextAnswers(status);
        stub.nextHangsUp();

        assertThat(connecteam.users().records()).hasSize(1);
        assertThat(stub.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 302, 204})
    void whatDoesNotPassIsNot(int status) {
        stub.nextAnswers(status, "", Map.of("Location", "http://elsewhere.invalid/"));

        assertThatThrownBy(connecteam::users).hasMessageStartingWith("Connecteam answered " + status + " for users");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void connecteamIsLeftAloneForAsLongAsItAsks() {
        Patience asked = new Patience(
                2,
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                1_000,
                Duration.ofMinutes(1),
                Duration.ofMinutes(4));
        stub.nextAnswers(429, "", Map.of("Retry-After", "1"));

        Instant before = Instant.now();
        new Connecteam(stub.settings(), Clock.systemUTC(), asked).users();

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void whatARunCannotWaitForIsWaitedForByTheNextOnes() {
        AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-15T18:00:00Z"));
        Connecteam later = new Connecteam(stub.settings(), time::get, SHORT);
        stub.nextAnswers(429, "", Map.of("Retry-After", "300"));

        assertThatThrownBy(later::users).isInstanceOf(Refused.class);
        time.updateAndGet(now -> now.plus(Duration.ofSeconds(299)));
        assertThatThrownBy(later::users)
                .hasMessage("Connecteam was not asked for users from 0: it wants to be left alone until"
                        + " 2026-01-15T18:05:00Z");
        assertThat(stub.requests()).as("asked once").hasSize(1);

        time.updateAndGet(now -> now.plus(Duration.ofSeconds(1)));
        assertThat(later.users().records()).isEmpty();
    }

    @Test
    void nobodyIsLeftAloneForMoreThanAnHour() {
        AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-15T18:00:00Z"));
        Connecteam later = new Connecteam(stub.settings(), time::get, SHORT);
        stub.nextAnswers(429, "", Map.of("Retry-After", "86400"));

        assertThatThrownBy(later::users).isInstanceOf(Refused.class);
        time.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        assertThat(later.users().records()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeIsAskedForAgain() {
        Connecteam hasty = new Connecteam(stub.settings(), Clock.systemUTC(), NONE);
        stub.user(1, "Ada", "Abara", null, false);
        hasty.users();
        stub.nextIsSlow();

        assertThat(hasty.users().records()).hasSize(1);
    }

    /** The limit is one of the whole answer, not of its first byte. */
    @Test
    void anAnswerThatStopsInTheMiddleIsAskedForAgain() {
        Connecteam hasty = new Connecteam(stub.settings(), Clock.systemUTC(), NONE);
        stub.user(1, "Ada", "Abara", null, false);
        hasty.users();
        stub.nextStops();

        assertThat(hasty.users().records()).hasSize(1);
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void anAnswerThatNeverComesIsSaidSo() {
        stub.nextIsSlow();
        stub.nextIsSlow();
        stub.nextIsSlow();

        Connecteam hasty = new Connecteam(stub.settings(), Clock.systemUTC(), NONE);
        assertThatThrownBy(() -> hasty.shifts(DAY, DAY))
                .isInstanceOf(ConnecteamFailed.class)
                .hasMessageContaining("for the shifts of 2026-01-15 to 2026-01-15");
        assertThat(stub.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"users\":[",
                "",
                "[]",
                "null",
                "{\"data\":{}}",
                "{\"data\":{\"users\":{}}}",
                "<html>maintenance</html>"
            })
    void anAnswerOfAnotherFormIsAnErrorAndNotAnEmptyList(String body) {
        stub.nextAnswers(200, body, Map.of());

        assertThatThrownBy(connecteam::users).isInstanceOf(UnreadableAnswer.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aPageForPeopleIsNoAnswerEither() {
        stub.nextAnswers(200, "<html>maintenance</html>", Map.of("Content-Type", "text/html"));

        assertThatThrownBy(connecteam::users).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void onceHalfOfTenAttemptsHaveFailedNothingIsAskedForAWhile() {
        for (int i = 0; i < 30; i++) {
            stub.nextAnswers(503);
        }
        for (int run = 0; run < 4; run++) {
            assertThatThrownBy(connecteam::users).isInstanceOf(ConnecteamFailed.class);
        }
        int asked = stub.requests().size();

        assertThatThrownBy(connecteam::users).hasMessageContaining("it is left alone for a while");
        assertThat(asked).isEqualTo(10);
        assertThat(stub.requests()).hasSize(asked);
    }

    @Test
    void beingToldToSlowDownIsNoFailureOfConnecteam() {
        for (int i = 0; i < 15; i++) {
            stub.nextAnswers(429);
        }
        for (int run = 0; run < 5; run++) {
            assertThatThrownBy(connecteam::users).hasMessageContaining("429");
        }

        assertThat(connecteam.users().records()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        stub.close();

        assertThatThrownBy(connecteam::users)
                .isInstanceOf(ConnecteamFailed.class)
                .hasMessageStartingWith("no answer from Connecteam for users from 0: ")
                .message()
                .doesNotContain(ConnecteamStub.KEY);
    }

    @Test
    void requestsWaitForTheirTurn() {
        Patience slow = new Patience(
                1,
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofSeconds(10),
                1,
                Duration.ofMinutes(1),
                Duration.ofMinutes(4));
        Connecteam patient = new Connecteam(stub.settings(), Clock.systemUTC(), slow);

        Instant before = Instant.now();
        patient.users();
        patient.users();
        patient.users();

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void neitherTheSettingsNorAnErrorTellTheKey() {
        stub.nextAnswers(401);

        assertThat(stub.settings().toString())
                .doesNotContain(ConnecteamStub.KEY)
                .contains("localhost");
        assertThatThrownBy(connecteam::users)
                .hasMessage("Connecteam answered 401 for users from 0; look at hub.connecteam.key");
    }

    @Test
    void aRecordThatCannotBeUsedIsSkippedAndCounted() {
        stub.user("\"firstName\":\"No\",\"lastName\":\"Id\"")
                .user("\"userId\":null")
                .user(3, "Ada", "", "", false);

        assertThat(connecteam.users()).isEqualTo(new Understood<>(List.of(new User("3", "Ada", null, false)), 2));
    }
}
