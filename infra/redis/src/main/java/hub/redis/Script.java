package hub.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A constant Lua script, run by its digest. A Redis that does not know it (new, restarted, flushed, promoted) is given
 * it once, and the call is repeated: it had not begun.
 *
 * @param sha1 the digest under which Redis caches it
 */
record Script(String name, String body, String sha1) {

    static final Script COMMIT = load("commit");
    static final Script READ = load("read");
    static final Script MOVE_POINTER = load("move-pointer");
    static final Script HOLD_LEASE = load("hold-lease");
    static final Script RELEASE_LEASE = load("release-lease");
    static final Script PUBLISH_STATUS = load("publish-status");
    static final Script PULSE = load("pulse");

    /** Runs the script; its reply is always an array. */
    CompletionStage<List<Object>> run(RedisAsyncCommands<String, String> redis, ScriptArgs args) {
        return evaluate(redis, args)
                .exceptionallyCompose(failure -> cause(failure) instanceof RedisNoScriptException
                        ? redis.scriptLoad(body).thenCompose(loaded -> evaluate(redis, args))
                        : CompletableFuture.failedStage(failure));
    }

    private static CompletionStage<List<Object>> evaluate(RedisAsyncCommands<String, String> redis, ScriptArgs args) {
        return redis.dispatch(CommandType.EVALSHA, new NestedMultiOutput<>(StringCodec.UTF8), args);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static Script load(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + ".lua is not on the class path");
            }
            byte[] body = in.readAllBytes();
            String sha1 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(body));
            return new Script(name, new String(body, StandardCharsets.UTF_8), sha1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + name + ".lua", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
