package hub.connecteam;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriBuilder;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Connecteam's API, as far as it is used. Certificates are verified against the JVM's trust store. An answer is complete
 * or an error: half a list would look like people who have left. All the requests of one answer, with what is tried again
 * and the pauses between, take no longer than a run may. Thread-safe.
 */
public final class Connecteam {

    private static final int PAGE = 100;
    /** So that the answer for a month stays far from {@link #MOST_BYTES}. */
    private static final int DAYS_AT_ONCE = 7;
    /** So that an API that never ends its pages ends the run. */
    private static final int MOST_PAGES = 200;

    /** So that a slip in a header does not silence us for ever. */
    private static final Duration LEFT_ALONE_AT_MOST = Duration.ofHours(1);

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final WebClient http;
    private final String clock;
    private final InstantSource now;
    private final Guard guard;
    private final Duration perRun;
    private volatile Instant leftAloneUntil = Instant.MIN;

    public Connecteam(ConnecteamSettings settings, InstantSource now) {
        this(settings, now, Patience.DEFAULT);
    }

    Connecteam(ConnecteamSettings settings, InstantSource now, Patience patience) {
        this.clock = settings.clock();
        this.now = now;
        this.guard = new Guard(patience);
        this.perRun = patience.perRun();
        this.http = WebClient.builder()
                .baseUrl(settings.base().toString())
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .responseTimeout(patience.perAttempt())
                        .followRedirect(false)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .defaultHeader("X-API-KEY", settings.key())
                .defaultHeader(HttpHeaders.ACCEPT, "application/json")
                .build();
    }

    /**
     * Everybody, archived people included.
     *
     * @throws ConnecteamFailed if there is no complete answer
     */
    Understood<User> users() {
        long began = System.nanoTime();
        List<User> users = new ArrayList<>();
        int skipped = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            int offset = page * PAGE;
            Understood<User> read = ask(
                    "users from " + offset,
                    began,
                    uri -> uri.path("/users/v1/users")
                            .queryParam("limit", PAGE)
                            .queryParam("offset", offset)
                            .queryParam("userStatus", "all")
                            .build(),
                    Reading::users);
            users.addAll(read.records());
            skipped += read.skipped();
            if (read.records().size() + read.skipped() < PAGE) {
                return new Understood<>(users, skipped);
            }
        }
        throw new UnreadableAnswer("Connecteam's list of users does not end within " + MOST_PAGES + " pages");
    }

    /**
     * The shifts of the clock's days from {@code first} to {@code last}, both included, asked for by the week.
     *
     * @throws ConnecteamFailed if there is no complete answer
     */
    Understood<WorkedShift> shifts(LocalDate first, LocalDate last) {
        long began = System.nanoTime();
        List<WorkedShift> shifts = new ArrayList<>();
        int skipped = 0;
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(DAYS_AT_ONCE)) {
            LocalDate until = from.plusDays(DAYS_AT_ONCE - 1L);
            Understood<WorkedShift> read = shifts(from, until.isAfter(last) ? last : until, began);
            shifts.addAll(read.records());
            skipped += read.skipped();
        }
        return new Understood<>(shifts, skipped);
    }

    private Understood<WorkedShift> shifts(LocalDate first, LocalDate last, long began) {
        return ask(
                "the shifts of " + first + " to " + last,
                began,
                uri -> uri.path("/time-clock/v1/time-clocks/{clock}/time-activities")
                        .queryParam("startDate", first)
                        .queryParam("endDate", last)
                        .build(clock),
                Reading::shifts);
    }

    /** @param began when the first request of the answer began, of {@link System#nanoTime} */
    private <T> T ask(String what, long began, Function<UriBuilder, URI> uri, Function<JsonNode, T> reading) {
        Mono<T> request = http.get()
                .uri(uri)
                .exchangeToMono(response -> answer(what, response))
                .map(body -> reading.apply(json(what, body)));
        Instant until = leftAloneUntil;
        if (now.instant().isBefore(until)) {
            throw NoAnswer.before(what, until);
        }
        Duration left = perRun.minusNanos(System.nanoTime() - began);
        if (!left.isPositive()) {
            throw NoAnswer.within(what, perRun);
        }
        try {
            return Objects.requireNonNull(guard.guarded(request)
                    .timeout(left, Mono.error(() -> NoAnswer.within(what, perRun)))
                    .block());
        } catch (ConnecteamFailed e) {
            if (e instanceof Refused refused && refused.retryAfter() != null) {
                Duration asked = refused.retryAfter();
                leftAloneUntil =
                        now.instant().plus(asked.compareTo(LEFT_ALONE_AT_MOST) < 0 ? asked : LEFT_ALONE_AT_MOST);
            }
            throw e;
        } catch (RuntimeException e) {
            throw NoAnswer.of(what, Exceptions.unwrap(e));
        }
    }

    private Mono<byte[]> answer(String what, ClientResponse response) {
        int status = response.statusCode().value();
        if (status != 200) {
            Refused refused = new Refused(
                    what,
                    status,
                    RetryAfter.parse(response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER), now));
            return response.releaseBody().then(Mono.error(refused));
        }
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        e -> new UnreadableAnswer(
                                "Connecteam's answer for " + what + " is longer than " + MOST_BYTES + " bytes", e));
    }

    private static JsonNode json(String what, byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new UnreadableAnswer("Connecteam's answer for " + what + " is no JSON", e);
        }
    }
}
