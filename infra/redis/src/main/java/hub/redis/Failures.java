package hub.redis;

import hub.projections.store.StoreUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** One shape for everything that can go wrong between us and Redis. */
final class Failures {

    private Failures() {}

    /** What the caller of a store method gets for {@code failure}. */
    static RuntimeException translate(String what, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof StoreUnavailable || cause instanceof GenerationGone) {
            return (RuntimeException) cause;
        }
        String message = cause.getMessage();
        if (message != null && message.startsWith("HUBARGS")) {
            return new IllegalStateException(what + ": the script refused its arguments: " + message, cause);
        }
        if (cause instanceof RedisCommandTimeoutException || cause instanceof TimeoutException) {
            return new StoreUnavailable(what + ": Redis did not answer in time (" + message + ")", cause);
        }
        if (cause instanceof RedisException) {
            return new StoreUnavailable(what + ": Redis says \"" + message + "\"", cause);
        }
        if (cause instanceof RuntimeException unexpected && !isSpring(unexpected)) {
            return unexpected;
        }
        return new StoreUnavailable(what + ": " + cause, cause);
    }

    /** Whether Redis itself answered, so that its connection works; a silent connection may be dead without knowing. */
    static boolean isReply(Throwable failure) {
        return unwrap(failure) instanceof RedisCommandExecutionException;
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isSpring(RuntimeException failure) {
        return failure.getClass().getName().startsWith("org.springframework.");
    }
}
