package hub.query.http;

import hub.query.security.ApiKey;
import hub.query.security.ApiKeys;
import hub.query.security.KeyRing;
import hub.query.security.RateLimits;
import hub.query.security.RefusedKeys;
import hub.query.security.StreamTickets;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What every request passes before anything of it is looked at: a browser's question (CORS), the rate of its address, its
 * key, the rate of its key. In this order, so that a stranger's flood costs no digest.
 */
public final class Gate {

    /** What became of a request. */
    sealed interface Verdict {}

    /** It may go on. */
    record Admitted(ApiKey key) implements Verdict {}

    /** It is answered already. */
    record Answered(Reply reply) implements Verdict {}

    private static final Answered INVALID_KEY = new Answered(Reply.of(
            Problem.of(ProblemType.INVALID_KEY, null).header("WWW-Authenticate", "ApiKey header=\"X-API-Key\"")));

    private static final Answered INVALID_TICKET = new Answered(Reply.of(Problem.of(
                    ProblemType.INVALID_KEY,
                    "A ticket opens one stream, once, within " + StreamTickets.LIFE.toSeconds()
                            + " s: ask for another one at /api/stream-tickets")
            .header("WWW-Authenticate", "ApiKey header=\"X-API-Key\"")));

    private final KeyRing keys;
    private final RateLimits rates;
    private final Cors cors;
    private final RefusedKeys audit;
    private final StreamTickets tickets;

    public Gate(KeyRing keys, RateLimits rates, Cors cors, RefusedKeys audit, StreamTickets tickets) {
        this.keys = keys;
        this.rates = rates;
        this.cors = cors;
        this.audit = audit;
        this.tickets = tickets;
    }

    Verdict check(Request request) {
        if (!rates.allowsAddress(request.address())) {
            return new Answered(Reply.of(tooMany("address")));
        }
        Reply preflight = cors.preflight(request);
        if (preflight != null) {
            return new Answered(preflight);
        }
        String presented = request.header("X-API-Key");
        ApiKeys.Check check = keys.check(presented);
        ApiKey key = check.key();
        if (key == null) {
            audit.refused(request.address(), presented, check.verdict());
            return INVALID_KEY;
        }
        return rates.allowsKey(key, 1) ? new Admitted(key) : new Answered(Reply.of(tooMany("key")));
    }

    /** The same for one who shows a ticket instead of a key. Fails if it cannot be known whether the ticket is good. */
    Mono<Verdict> check(Request request, String ticket) {
        if (!rates.allowsAddress(request.address())) {
            return Mono.just(new Answered(Reply.of(tooMany("address"))));
        }
        return tickets.redeem(ticket)
                .<Verdict>map(
                        key -> rates.allowsKey(key, 1) ? new Admitted(key) : new Answered(Reply.of(tooMany("key"))))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    audit.refused(request.address(), null, ApiKeys.Verdict.WRONG);
                    return INVALID_TICKET;
                }));
    }

    /** Why an address may not ask once more for what needs no key, and null if it may; no address is one caller, too. */
    public @Nullable Problem refusal(@Nullable InetAddress address) {
        return rates.allowsAddress(address) ? null : tooMany("address");
    }

    /**
     * Takes what a request costs beyond one answer.
     *
     * @throws Refusal if the key may not ask for so much now
     */
    public void charge(ApiKey key, int more) {
        if (more > 0 && !rates.allowsKey(key, more)) {
            throw tooMany("key").refusal();
        }
    }

    void mark(@Nullable String origin, HttpHeaders headers) {
        cors.mark(origin, headers);
    }

    private Problem tooMany(String whose) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "This " + whose + " asks too often")
                .retryAfter(rates.retryAfter());
    }
}
