package hub.connecteam;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * What stands between us and Connecteam. Each attempt waits for its turn, must end in time and is counted by the circuit
 * breaker; what passes is tried again, after the pause that Connecteam asks for, else after a random one that grows.
 */
final class Guard {

    private static final String NAME = "connecteam";
    private static final int LAST_ATTEMPTS = 10;
    private static final double DOUBLE = 2;
    private static final double HALF = 0.5;

    private final Retry retry;
    private final RateLimiter turns;
    private final CircuitBreaker breaker;
    private final TimeLimiter deadline;

    Guard(Patience patience) {
        retry = Retry.of(NAME, retry(patience));
        turns = RateLimiter.of(
                NAME,
                RateLimiterConfig.custom()
                        .limitForPeriod(patience.perSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(patience.longestPause())
                        .build());
        breaker = CircuitBreaker.of(NAME, breaker(patience));
        deadline = TimeLimiter.of(patience.perAttempt());
    }

    <T> Mono<T> guarded(Mono<T> request) {
        return request.transformDeferred(TimeLimiterOperator.of(deadline))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RateLimiterOperator.of(turns))
                .transformDeferred(RetryOperator.of(retry));
    }

    /** A probe that is given up without an outcome must not leave everybody waiting for it: the rest begins anew. */
    static CircuitBreakerConfig breaker(Patience patience) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(LAST_ATTEMPTS)
                .minimumNumberOfCalls(LAST_ATTEMPTS)
                .failureRateThreshold(50)
                .waitDurationInOpenState(patience.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(patience.rest())
                .ignoreException(error -> error instanceof Refused refused && !refused.isServerError())
                .build();
    }

    /** Random, so that instances that failed together do not come back together. */
    static IntervalFunction pauses(Patience patience) {
        return IntervalFunction.ofExponentialRandomBackoff(patience.pause(), DOUBLE, HALF, patience.longestPause());
    }

    private static RetryConfig retry(Patience patience) {
        IntervalFunction backoff = pauses(patience);
        return RetryConfig.custom()
                .maxAttempts(patience.attempts())
                .retryOnException(error -> passes(error, patience))
                .intervalBiFunction((attempt, result) ->
                        result.isLeft() && result.getLeft() instanceof Refused refused && refused.retryAfter() != null
                                ? refused.retryAfter().toMillis()
                                : backoff.apply(attempt))
                .build();
    }

    /** Who asks to be left alone for longer than a run can wait is not asked again by that run. */
    private static boolean passes(Throwable error, Patience patience) {
        return switch (error) {
            case Refused refused -> refused.passes() && !refused.asksForMoreThan(patience.longestPause());
            case UnreadableAnswer unreadable -> false;
            case CallNotPermittedException open -> false;
            default -> true;
        };
    }
}
