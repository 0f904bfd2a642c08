package hub.redis;

import hub.projections.store.StoreUnavailable;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.RedisPubSubListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * One subscription to the signal channel, as long as its connection holds. A connection that is only silent is found out
 * by pings: nothing else would tell a quiet channel from a dead one.
 */
final class SignalSubscription extends RedisPubSubAdapter<String, String> implements RedisConnectionStateListener {

    private static final Duration PING_EVERY = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 4096;

    private final FluxSink<StoreSignal> sink;

    private SignalSubscription(FluxSink<StoreSignal> sink) {
        this.sink = sink;
    }

    /** Signals for ever, over one connection after the other. */
    static Flux<StoreSignal> signals(RedisConnections connections) {
        return Flux.<StoreSignal>create(sink -> open(connections, sink), OverflowStrategy.IGNORE)
                .subscribeOn(Schedulers.boundedElastic())
                .onBackpressureBuffer(MOST_WAITING)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true));
    }

    private static void open(RedisConnections connections, FluxSink<StoreSignal> sink) {
        StatefulRedisPubSubConnection<String, String> connection = connections.connectPubSub();
        SignalSubscription subscription = new SignalSubscription(sink);
        connection.addListener((RedisConnectionStateListener) subscription);
        connection.addListener((RedisPubSubListener<String, String>) subscription);
        Disposable pings = Flux.interval(PING_EVERY)
                .onBackpressureDrop()
                .concatMap(tick ->
                        Mono.fromCompletionStage(() -> connection.async().ping()))
                .subscribe(pong -> {}, sink::error);
        sink.onDispose(() -> {
            pings.dispose();
            if (connection.isOpen()) {
                connection.closeAsync();
            }
        });
        connection.async().subscribe(Keyspace.SIGNALS).whenComplete((done, failure) -> {
            if (failure != null) {
                sink.error(failure);
            }
        });
    }

    @Override
    public void subscribed(String channel, long count) {
        sink.next(new StoreSignal.Resubscribed());
    }

    @Override
    public void message(String channel, String message) {
        try {
            sink.next(Signals.parse(message));
        } catch (RuntimeException e) {
            sink.error(e);
        }
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        sink.error(new StoreUnavailable(
                "the subscription to " + Keyspace.SIGNALS + " broke", new IllegalStateException("disconnected")));
    }
}
