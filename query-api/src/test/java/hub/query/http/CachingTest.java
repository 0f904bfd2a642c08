package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What callers, and what stands between, may keep, and in which coding. */
class CachingTest {

    private static final NewApiKey KEY =
            NewApiKey.generate("k", Set.of(Scope.READ, Scope.COST_READ), new SecureRandom());
    private static final PartitionId DAY = FakeView.day("2026-01-15");

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock);
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews views = new HotViews(live, clock, 100, VirtualTimeScheduler.create());
    private final Api api = new Api(
            new ViewRoutes(
                            List.of(
                                    route(new Shown("small", 1), Scope.READ),
                                    route(new Shown("large", 500), Scope.READ),
                                    route(new Shown("pay", 500), Scope.COST_READ)),
                            views::ask,
                            Freshness.ANY)
                    .routes(),
            TestServer.gate(List.of(KEY), 10_000, List.of(), clock),
            new Problems(List::of),
            new RouteMetrics(new SimpleMeterRegistry()),
            clock);

    /** The number of the day, {@code times} times. */
    private record Shown(String name, int times) implements View<Everything, List<Integer>> {
        @Override
        public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
            return Set.of(DAY);
        }

        @Override
        public Answer<List<Integer>> answer(Everything query, Boards boards, Instant now) {
            int number =
                    boards.get(FakeView.BOARD, new hub.projections.board.Partition.Day(LocalDate.parse("2026-01-15")));
            return new Answer<>(java.util.Collections.nCopies(times, 1_000 + number), Instant.MAX);
        }
    }

    private static ViewRoute<?> route(Shown view, Scope scope) {
        return ViewRoute.of(view, "/api/dashboard/" + view.name(), scope, "", QueryShape.always(Everything.QUERY));
    }

    @BeforeEach
    void start() {
        live.listen(views::heard);
        store.resubscribed();
        live.pulse().block();
        clock.advance(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        live.close();
    }

    private Reply get(String view, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        FakeRequest request = FakeRequest.of("GET", "/api/dashboard/" + view).with("X-API-Key", KEY.key());
        request = acceptEncoding == null ? request : request.with("Accept-Encoding", acceptEncoding);
        request = ifNoneMatch == null ? request : request.with("If-None-Match", ifNoneMatch);
        return Objects.requireNonNull(api.answer(request).block());
    }

    private static byte[] bytes(Reply reply) {
        return ((Reply.Body.Bytes) reply.body()).bytes();
    }

    private static String etag(Reply reply) {
        return Objects.requireNonNull(reply.headers().get("ETag"));
    }

    @Test
    void largeAnswersAreCompressedOnceForAll() throws IOException {
        Reply plain = get("large", null, null);
        Reply gzip = get("large", "deflate, gzip;q=0.8", null);
        assertThat(plain.headers().get("Content-Encoding")).isNull();
        assertThat(gzip.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(bytes(gzip).length).isLessThan(bytes(plain).length / 10);
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes(gzip)))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(bytes(plain));
        }
        assertThat(bytes(get("large", "gzip", null))).isSameAs(bytes(gzip));
        assertThat(etag(gzip)).isNotEqualTo(etag(plain));
        assertThat(plain.headers().get("Vary")).isEqualTo("accept-encoding");
        assertThat(gzip.headers().get("Vary")).isEqualTo("accept-encoding");
        assertThat(new String(bytes(plain), StandardCharsets.UTF_8)).startsWith("[1000,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "GZIP | true",
                "x-gzip | true",
                "br, * | true",
                "gzip;q=0 | false",
                "gzip; q=0.000, * | false",
                "*;q=0 | false",
                "gzip;q=0.001 | true",
                "identity | false",
                "br | false",
                "'' | false",
                "gzipped | false"
            })
    void onlyWhoTakesGzipGetsIt(String acceptEncoding, boolean expected) {
        assertThat(get("large", acceptEncoding, null).headers().contains("Content-Encoding"))
                .isEqualTo(expected);
    }

    @Test
    void smallAnswersAreNotCompressed() {
        assertThat(get("small", "gzip", null).headers().contains("Content-Encoding"))
                .isFalse();
    }

    @Test
    void whoHasTheBytesInEitherCodingIsToldSo() {
        String plain = etag(get("large", null, null));
        String gzip = etag(get("large", "gzip", null));
        for (String coding : new String[] {"gzip", null}) {
            for (String held : List.of(plain, gzip)) {
                Reply reply = get("large", coding, "W/" + held);
                assertThat(reply.status().code()).as("%s has %s", coding, held).isEqualTo(304);
                assertThat(etag(reply)).isEqualTo(held);
                assertThat(reply.body()).isEqualTo(Reply.NONE);
                assertThat(reply.headers().contains("Content-Encoding")).isFalse();
                assertThat(reply.headers().get("Hub-Position")).isEqualTo("binlog:a:1");
                assertThat(reply.headers().get("Vary")).isEqualTo("accept-encoding");
                assertThat(reply.headers().get("Cache-Control")).isEqualTo("no-cache");
            }
        }
    }

    @Test
    void aChangeIsANewTagInBothCodings() {
        String plain = etag(get("large", null, null));
        String gzip = etag(get("large", "gzip", null));
        store.commit(1, DAY);
        clock.advance(Duration.ofMillis(20));
        assertThat(get("large", null, plain + ", " + gzip).status().code()).isEqualTo(200);
        assertThat(get("large", "gzip", plain + ", " + gzip).status().code()).isEqualTo(200);
        assertThat(etag(get("large", "gzip", null))).isNotEqualTo(gzip);
    }

    /** Polling costs a look at memory: no read, no rendering, and a position that moves on with what else happens. */
    @Test
    void pollingIsA304ThatTellsTheNewPosition() {
        String etag = etag(get("large", "gzip", null));
        int reads = store.reads;
        for (int i = 2; i < 50; i++) {
            store.commit(1, FakeView.day("2026-02-01"));
            Reply reply = get("large", "gzip", etag);
            assertThat(reply.status().code()).isEqualTo(304);
            assertThat(reply.headers().get("Hub-Position")).isEqualTo("binlog:a:" + i);
            assertThat(reply.source()).isEqualTo("memory");
        }
        assertThat(store.reads).isEqualTo(reads);
    }

    @Test
    void everythingIsAskedForEachTimeAndWhatFewMaySeeIsKeptByNobodyBetween() {
        assertThat(get("large", null, null).headers().get("Cache-Control")).isEqualTo("no-cache");
        assertThat(get("pay", null, null).headers().get("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(get("nothing", null, null).headers().get("Cache-Control")).isEqualTo("no-store");
    }
}
