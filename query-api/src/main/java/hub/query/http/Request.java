package hub.query.http;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the transport knows of a request. */
public interface Request {

    /** As sent: {@code GET}. */
    String method();

    /** The path, raw, without the query. */
    String path();

    /** The query after the {@code ?}, raw; empty if there is none. */
    String query();

    /** The first value of a header; null if it is not sent. */
    @Nullable
    String header(String name);

    /** The caller's address; null if it is not known. */
    @Nullable
    InetAddress address();

    /** The whole body; empty bytes if there is none. Fails with a {@link Refusal} if it is longer than allowed. */
    Mono<byte[]> body();

    /** Names the request in the log and, if it is answered with a problem, in the answer. */
    String id();
}
