package hub.query.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.StoreUnavailable;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.security.ApiKey;
import hub.query.security.FakeTickets;
import hub.query.security.KeyRing;
import hub.query.security.NewApiKey;
import hub.query.security.RateLimits;
import hub.query.security.RefusedKeys;
import hub.query.security.Scope;
import hub.query.security.StreamTickets;
import hub.query.stream.StreamLimits;
import hub.query.stream.StreamMetrics;
import hub.query.stream.Streams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Streams over real connections, on a store in memory. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamRouteTest {

    private static final PartitionId TODAY = FakeView.day("2026-01-15");
    private static final NewApiKey READER = NewApiKey.generate("reader", Set.of(Scope.READ), new SecureRandom());
    private static final NewApiKey PORTAL =
            NewApiKey.generate("portal", Set.of(Scope.EMPLOYEE_READ), new SecureRandom());
    private static final NewApiKey PAYROLL =
            NewApiKey.generate("payroll", Set.of(Scope.READ, Scope.COST_READ), new SecureRandom());
    private static final Map<String, String> KEY = Map.of("X-API-Key", READER.key());
    private static final int MEGABYTE = 1 << 20;

    /** Shows the number of a day within a body that no buffer on the way holds twice. */
    private record Big() implements View<DayQuery, Big.Body> {

        record Body(int theNumber, String padding) {}

        @Override
        public String name() {
            return "big";
        }

        @Override
        public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
            return Set.of(FakeView.day(query.date().toString()));
        }

        @Override
        public Answer<Body> answer(DayQuery query, Boards boards, Instant now) {
            int number = boards.get(FakeView.BOARD, new Partition.Day(query.date()));
            return new Answer<>(
                    new Body(number, "x".repeat(MEGABYTE)),
                    now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)));
        }
    }

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock);
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews views = new HotViews(live, clock, 100, Schedulers.parallel());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Scheduler thread = Schedulers.newSingle("streams");
    private final KeyRing keys = KeyRing.of(List.of(READER.config(), PORTAL.config(), PAYROLL.config()), null, clock);
    /** The keys as they are once they have changed; requests go on with those of the start. */
    private volatile KeyRing known = keys;

    private final Problems problems = new Problems(List::of);
    private final FakeTickets notes = new FakeTickets();
    private final StreamTickets tickets = new StreamTickets(notes, keys);
    private final Streams streams = new Streams(
            new StreamLimits(5, 5, Duration.ofMinutes(10), Duration.ofSeconds(60)),
            new StreamMetrics(registry),
            (view, failure) -> problems.within("stream", view, failure),
            live::announcedSequence,
            grant -> known.covers(grant),
            thread);
    private DisposableServer server;

    @BeforeEach
    void start() {
        live.listen(() -> {
            views.heard();
            streams.heard();
        });
        store.resubscribed();
        live.pulse().block();
        streams.start();
        QueryShape<DayQuery> day = QueryShape.of(
                Parameter.day("date", "The day")
                        .or("today", now -> CentralDay.of(now).date()),
                DayQuery::new);
        ViewRoutes routes = new ViewRoutes(
                List.of(
                        ViewRoute.of(new FakeView("numbers"), "/api/numbers", Scope.READ, "Numbers", day),
                        ViewRoute.of(new FakeView("secrets"), "/api/secrets", Scope.COST_READ, "Secrets", day),
                        ViewRoute.of(new Big(), "/api/big", Scope.READ, "Big", day)),
                views::ask,
                Freshness.ANY);
        Api api = new Api(
                Stream.of(routes, new StreamRoutes(routes, views::latest, streams, clock), new TicketRoutes(tickets))
                        .flatMap(source -> source.routes().stream())
                        .toList(),
                new Gate(
                        keys,
                        new RateLimits(1_000, 1_000, Duration.ofHours(1)),
                        new Cors(List.of("https://dashboard.example")),
                        new RefusedKeys(),
                        tickets),
                problems,
                new RouteMetrics(registry),
                clock);
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new NettyApi(api))
                .bindNow();
    }

    @AfterEach
    void stop() {
        streams.stop();
        live.close();
        server.disposeNow();
        thread.dispose();
    }

    private Watcher watch(String query, Map<String, String> headers) {
        return new Watcher(server.port(), "/api/dashboard/stream?" + query, headers);
    }

    private double clients() {
        return registry.get("hub.stream.clients").gauge().value();
    }

    private void awaitClients(int expected) {
        while (clients() != expected) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theFullStateComesFirstAndThenTheChanges() {
        store.commit(5, TODAY);
        try (Watcher watcher = watch("views=numbers&rate=10", KEY)) {
            assertThat(watcher.status()).isEqualTo(200);
            assertThat(watcher.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(watcher.headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
            assertThat(watcher.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            Watcher.Event first = watcher.next();
            assertThat(first.name()).isEqualTo("view");
            assertThat(first.data().path("view").asString()).isEqualTo("numbers");
            assertThat(first.data().path("position").asString()).isEqualTo("binlog:a:2");
            assertThat(first.number()).isEqualTo(5);
            assertThat(first.id()).endsWith(".binlog:a:2");
            store.commit(2, TODAY);
            assertThat(watcher.awaitNumber(7).id()).endsWith(".binlog:a:3");
            store.commit(1, FakeView.day("2020-01-01"));
            assertThat(watcher.next().name()).isEqualTo("progress");
        }
        awaitClients(0);
    }

    @ParameterizedTest
    @CsvSource({"Last-Event-ID", "last_event_id"})
    void aReaderResumesWhereItWas(String how) {
        store.commit(5, TODAY);
        String id;
        try (Watcher watcher = watch("views=numbers", KEY)) {
            id = watcher.next().id();
        }
        try (Watcher watcher = resume(how, id)) {
            assertThat(watcher.next().name()).as("it holds all there is").isEqualTo("progress");
        }
        store.commit(2, TODAY);
        try (Watcher watcher = resume(how, id)) {
            watcher.awaitNumber(7);
        }
        try (Watcher watcher = resume(how, "made-up")) {
            assertThat(watcher.next().name()).isEqualTo("resync");
            assertThat(watcher.next().number()).isEqualTo(7);
        }
    }

    private Watcher resume(String how, String id) {
        return how.startsWith("L")
                ? watch("views=numbers", Map.of("X-API-Key", READER.key(), how, id))
                : watch("views=numbers&" + how + "=" + id, KEY);
    }

    @Test
    void aDateIsTheOneThatWasAskedFor() {
        store.commit(3, FakeView.day("2026-01-14"));
        try (Watcher watcher = watch("views=numbers&date=2026-01-14", KEY)) {
            assertThat(watcher.next().number()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "views=numbers%2Cnonsense, 400, /problems/invalid-parameter",
        "views=, 400, /problems/invalid-parameter",
        "rate=4, 400, /problems/invalid-parameter",
        "views=numbers&rate=11, 400, /problems/invalid-parameter",
        "views=numbers&date=yesterday, 400, /problems/invalid-parameter",
        "views=numbers%2Csecrets, 403, /problems/scope-missing"
    })
    void whatCannotBeStreamedIsRefusedAtTheDoor(String query, int status, String type) {
        try (Watcher watcher = watch(query, KEY)) {
            assertThat(watcher.status()).isEqualTo(status);
            assertThat(watcher.body().path("type").asString()).isEqualTo(type);
        }
        assertThat(clients()).isZero();
    }

    @Test
    void withoutAKeyOrTheScopeThereIsNoStream() {
        try (Watcher watcher = watch("views=numbers", Map.of())) {
            assertThat(watcher.status()).isEqualTo(401);
        }
        try (Watcher watcher = watch("views=numbers", Map.of("X-API-Key", PORTAL.key()))) {
            assertThat(watcher.status()).isEqualTo(403);
        }
    }

    private String ticket() {
        ApiKey key = requireNonNull(keys.check(READER.key()).key());
        return requireNonNull(tickets.issue(key).block());
    }

    @Test
    void aTicketOpensOneStreamOnce() {
        String ticket = ticket();
        assertThat(notes.notes.toString()).doesNotContain(ticket);
        try (Watcher watcher = watch("views=numbers&ticket=" + ticket, Map.of())) {
            assertThat(watcher.next().name()).isEqualTo("view");
            assertThat(clients()).isEqualTo(1);
        }
        try (Watcher watcher = watch("views=numbers&ticket=" + ticket, Map.of())) {
            assertThat(watcher.status()).isEqualTo(401);
            assertThat(watcher.body().path("detail").asString())
                    .contains("once", "30 s", "/api/stream-tickets")
                    .doesNotContain(ticket);
        }
    }

    @Test
    void aTicketHasTheScopesOfItsKey() {
        try (Watcher watcher = watch("views=secrets&ticket=" + ticket(), Map.of())) {
            assertThat(watcher.status()).isEqualTo(403);
        }
    }

    @Test
    void aTicketOpensNothingButStreams() {
        String ticket = ticket();
        try (Watcher watcher = new Watcher(server.port(), "/api/numbers?ticket=" + ticket, Map.of())) {
            assertThat(watcher.status()).isEqualTo(401);
        }
        assertThat(notes.notes).as("it is not used up").hasSize(1);
    }

    private static void assertRevoked(Watcher watcher) {
        Watcher.Event event = watcher.next();
        while (!event.name().equals("end")) {
            event = watcher.next();
        }
        assertThat(event.data().path("reason").asString()).isEqualTo("key-revoked");
        assertThat(watcher.ends()).isTrue();
    }

    @Test
    void aKeyThatLosesTheScopeOfAViewLosesItsStreamsOfIt() {
        Map<String, String> payroll = Map.of("X-API-Key", PAYROLL.key());
        try (Watcher pay = watch("views=numbers,secrets", payroll);
                Watcher plain = watch("views=numbers", payroll)) {
            pay.next();
            known = KeyRing.of(List.of(PAYROLL.config().replace("+cost:read", "")), null, clock);
            assertRevoked(pay);
            store.commit(3, TODAY);
            plain.awaitNumber(3);
        }
        awaitClients(0);
    }

    @Test
    void aKeyWhoseSecretIsReplacedLosesItsStreamsAndAnotherKeyDoesNot() {
        NewApiKey instead = NewApiKey.generate("reader", Set.of(Scope.READ), new SecureRandom());
        try (Watcher leaked = watch("views=numbers", KEY);
                Watcher other = watch("views=numbers", Map.of("X-API-Key", PAYROLL.key()))) {
            leaked.next();
            known = KeyRing.of(List.of(instead.config(), PAYROLL.config()), null, clock);
            assertRevoked(leaked);
            store.commit(3, TODAY);
            other.awaitNumber(3);
        }
        awaitClients(0);
    }

    @Test
    void aStreamOpenedByATicketEndsWithItsKey() {
        NewApiKey instead = NewApiKey.generate("reader", Set.of(Scope.READ), new SecureRandom());
        try (Watcher watcher = watch("views=numbers&ticket=" + ticket(), Map.of())) {
            watcher.next();
            known = KeyRing.of(List.of(READER.config()), null, clock);
            store.commit(3, TODAY);
            watcher.awaitNumber(3);
            known = KeyRing.of(List.of(instead.config()), null, clock);
            assertRevoked(watcher);
        }
        awaitClients(0);
    }

    @Test
    void whenTicketsCannotBeLookedUpThatIsSaid() {
        String ticket = ticket();
        notes.failure = new StoreUnavailable("away", new IOException("planted"));
        try (Watcher watcher = watch("views=numbers&ticket=" + ticket, Map.of())) {
            assertThat(watcher.status()).isEqualTo(503);
            assertThat(watcher.body().path("type").asString()).isEqualTo("/problems/unavailable");
        }
    }

    @Test
    void aSlowReaderGetsTheLatestStateAndNoQueue() throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            socket.getOutputStream()
                    .write(("GET /api/dashboard/stream?views=big&rate=10 HTTP/1.1\r\nHost: x\r\nX-API-Key: "
                                    + READER.key() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            awaitClients(1);
            try (Watcher quick = watch("views=big&rate=10", KEY)) {
                for (int i = 1; i <= 10; i++) {
                    store.commit(1, TODAY);
                    quick.awaitNumber(i);
                }
            }
            String seen = readUntil(socket.getInputStream(), "\"the_number\":10,");
            assertThat(seen.split("\"the_number\":", -1).length - 1)
                    .as("states told to the slow one: what was on the way, and the latest")
                    .isLessThanOrEqualTo(3);
            assertThat(registry.get("hub.stream.dropped").counter().count()).isGreaterThanOrEqualTo(7);
        }
        awaitClients(0);
    }

    private static String readUntil(InputStream in, String wanted) throws Exception {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            seen.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1).replaceAll("x{3,}", ""));
            if (seen.indexOf(wanted) >= 0) {
                return seen.toString();
            }
        }
        throw new AssertionError("ended without " + wanted);
    }

    @Test
    void askingForTheHeadOpensNothing() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(
                            ("HEAD /api/dashboard/stream?views=numbers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-Key: "
                                            + READER.key() + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 OK").doesNotContain("event:", "retry:");
        }
        awaitClients(0);
    }

    @Test
    void thereAreOnlySoManySeats() {
        List<Watcher> five =
                Stream.generate(() -> watch("views=numbers", KEY)).limit(5).toList();
        try (Watcher watcher = watch("views=numbers", KEY)) {
            assertThat(watcher.status()).isEqualTo(429);
            assertThat(watcher.headers().firstValue("Retry-After")).isPresent();
            assertThat(watcher.body().path("detail").asString()).contains("No more than 5 streams");
        }
        five.forEach(Watcher::close);
        awaitClients(0);
    }

    @Test
    void theEndOfTheProcessIsToldAndNoStreamOpensAnyMore() throws Exception {
        try (Watcher watcher = watch("views=numbers", KEY)) {
            watcher.next();
            streams.close(Duration.ofSeconds(5)).get(10, TimeUnit.SECONDS);
            assertThat(watcher.next().data().path("reason").asString()).isEqualTo("shutdown");
            assertThat(watcher.ends()).isTrue();
        }
        try (Watcher watcher = watch("views=numbers", KEY)) {
            assertThat(watcher.status()).isEqualTo(503);
        }
    }
}
