package hub.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One connection for callers that do not wait: opened at first use, and again after it broke or fell silent.
 * Callers that come while it is being opened share that attempt.
 */
final class ReactiveLink {

    private final Mono<StatefulRedisConnection<String, String>> connected;

    ReactiveLink(RedisConnections connections) {
        connected = Mono.fromCallable(connections::connect)
                .subscribeOn(Schedulers.boundedElastic())
                .cacheInvalidateIf(connection -> !connection.isOpen());
    }

    /** Sends one request per subscription; fails with {@link hub.projections.store.StoreUnavailable}. */
    <T> Mono<T> call(String what, Function<RedisAsyncCommands<String, String>, CompletionStage<T>> request) {
        return connected
                .flatMap(connection -> Mono.fromCompletionStage(() -> request.apply(connection.async()))
                        .doOnError(failure -> replaceIfSilent(connection, failure)))
                .onErrorMap(failure -> Failures.translate(what, failure));
    }

    private static void replaceIfSilent(StatefulRedisConnection<String, String> connection, Throwable failure) {
        if (!Failures.isReply(failure) && connection.isOpen()) {
            connection.closeAsync();
        }
    }
}
