package hub.query.ladder;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What stands around a rung of the ladder, from outside in: a bulkhead (so many calls at a time; the next ones wait a
 * moment), a circuit breaker (no calls while most fail; a few try again by themselves), a time limiter. So a rung that is
 * away costs its callers nothing, and one that hangs costs them a bounded time until the breaker has seen it.
 */
final class Guard implements MeterBinder {

    /**
     * @param longest after how long a call is given up
     * @param concurrent how many calls run at a time
     * @param queued how long a call may wait to be one of them
     * @param pause how long no call is let through once most have failed
     */
    record Limits(Duration longest, int concurrent, Duration queued, Duration pause) {}

    private static final int WINDOW = 20;
    private static final int LEAST = 5;
    private static final float MOST_FAIL_PERCENT = 50;
    private static final int PROBES = 3;
    private static final Duration KNOCK_EVERY = Duration.ofMillis(20);

    private final String rung;
    private final Limits limits;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limiter;

    /** @param isFailure whether a failure is the rung's own, rather than an answer */
    Guard(String rung, Limits limits, Predicate<Throwable> isFailure) {
        this.rung = rung;
        this.limits = limits;
        this.breaker = CircuitBreaker.of(
                rung,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(LEAST)
                        .failureRateThreshold(MOST_FAIL_PERCENT)
                        .waitDurationInOpenState(limits.pause())
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        // Probes that nobody finishes must not hold the state for ever.
                        .maxWaitDurationInHalfOpenState(limits.longest().plus(limits.pause()))
                        .recordException(isFailure)
                        .build());
        this.bulkhead = Bulkhead.of(
                rung,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.limiter = TimeLimiter.of(
                rung,
                TimeLimiterConfig.custom().timeoutDuration(limits.longest()).build());
    }

    /** The same call, guarded; fails with what Resilience4j throws if it is held back or takes too long. */
    <T> Mono<T> around(Mono<T> call) {
        Mono<T> guarded = call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
        long knocks = limits.queued().dividedBy(KNOCK_EVERY);
        return knocks == 0
                ? guarded
                : guarded.retryWhen(Retry.fixedDelay(knocks, KNOCK_EVERY)
                        .filter(BulkheadFullException.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    /** Whether a call would be let through now, as far as is known. */
    boolean letsThrough() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hub.ladder.closed", breaker, b -> b.getState() == CircuitBreaker.State.CLOSED ? 1 : 0)
                .description("1 while the rung may be asked freely, 0 while its circuit breaker holds calls back")
                .tag("rung", rung)
                .register(registry);
        Gauge.builder(
                        "hub.ladder.running",
                        bulkhead,
                        b -> limits.concurrent() - b.getMetrics().getAvailableConcurrentCalls())
                .description("Calls of the rung that are running")
                .tag("rung", rung)
                .register(registry);
    }
}
