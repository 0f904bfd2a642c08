package hub.query.http;

import hub.query.security.ApiKey;
import hub.query.security.ApiKeys;
import hub.query.security.KeyRing;
import hub.query.security.RateLimits;
import hub.query.security.RefusedKeys;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

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

    private final KeyRing keys;
    private final RateLimits rates;
    private final Cors cors;
    private final RefusedKeys audit;

    public Gate(KeyRing keys, RateLimits rates, Cors cors, RefusedKeys audit) {
        this.keys = keys;
        this.rates = rates;
        this.cors = cors;
        this.audit = audit;
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
