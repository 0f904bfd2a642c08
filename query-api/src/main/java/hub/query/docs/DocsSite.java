package hub.query.docs;

import hub.query.http.NettyApi;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * {@code /v3/api-docs}, and Swagger UI over it at {@code /swagger-ui/}. Needs no key, since it tells of no data; a fixed
 * set of files, all of them from here and none from elsewhere.
 */
public final class DocsSite implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    public static final String DOCUMENT = "/v3/api-docs";

    private static final String PAGES = "/swagger-ui/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Problem NOT_ALLOWED =
            Problem.of(ProblemType.METHOD_NOT_ALLOWED, null).header("Allow", "GET, HEAD");

    private record File(String type, byte[] bytes) {}

    private final Function<@Nullable InetAddress, @Nullable Problem> refuses;
    private final Map<String, File> files = new TreeMap<>();

    /** @param refuses why an address may not ask once more; null if it may */
    public DocsSite(byte[] document, Function<@Nullable InetAddress, @Nullable Problem> refuses) {
        this.refuses = refuses;
        String webjar = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        files.put(DOCUMENT, new File("application/json", document));
        files.put(PAGES, new File("text/html; charset=utf-8", read("page/index.html")));
        files.put(PAGES + "start.js", new File("text/javascript", read("page/start.js")));
        files.put(PAGES + "swagger-ui.css", new File("text/css", read(webjar + "swagger-ui.css")));
        files.put(PAGES + "swagger-ui-bundle.js", new File("text/javascript", read(webjar + "swagger-ui-bundle.js")));
    }

    /** Whether the request is for one of its files. */
    public boolean isFor(HttpServerRequest request) {
        return files.containsKey(path(request));
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        Problem refusal = refuses.apply(
                request.remoteAddress() == null ? null : request.remoteAddress().getAddress());
        if (refusal != null) {
            return NettyApi.refuse(refusal, request, response);
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return NettyApi.refuse(NOT_ALLOWED, request, response);
        }
        File file = files.get(path(request));
        if (file == null) {
            return NettyApi.refuse(Problem.of(ProblemType.NOT_FOUND, null), request, response);
        }
        response.header(HttpHeaderNames.CONTENT_TYPE, file.type())
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(file.bytes().length))
                .header(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff");
        return response.sendObject(Unpooled.wrappedBuffer(file.bytes()));
    }

    private static String path(HttpServerRequest request) {
        int question = request.uri().indexOf('?');
        return question < 0 ? request.uri() : request.uri().substring(0, question);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the version of Swagger UI cannot be read", e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = DocsSite.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the resource " + resource + " is missing");
        }
        return in;
    }
}
