package hub.bench.http;

import java.nio.charset.StandardCharsets;

/** Requests as they travel. */
public final class HttpRequests {

    private HttpRequests() {}

    /** @param headers {@code Name: value} each */
    public static byte[] get(String path, String... headers) {
        StringBuilder text = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\nHost: bench\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
