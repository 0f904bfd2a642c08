package hub.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the query role, {@code hub.api.*}.
 *
 * @param keys entries {@code id:sha256hex:scope+scope}; without any, every request is refused
 * @param keysFile more of them, one a line, read again whenever it changes
 * @param corsOrigins web pages that may read answers
 * @param rate how often one caller may ask
 * @param limits how long and how many
 * @param streams how many streams, and for how long
 * @param hotViews how many answers are kept ready
 * @param storeTimeout after how long a look at the store is given up and the next rung is tried
 * @param mysqlWhileFilling whether MySQL answers before the first generation is live, although it is being read in full
 */
@ConfigurationProperties("hub.api")
public record QueryProperties(
        @DefaultValue List<String> keys,
        @Nullable Path keysFile,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue Rate rate,
        @DefaultValue Limits limits,
        @DefaultValue Streams streams,
        @DefaultValue("500") int hotViews,
        @DefaultValue("1s") Duration storeTimeout,
        @DefaultValue("false") boolean mysqlWhileFilling) {

    /**
     * @param perKey answers a key may have in each period; at least 20, as a batch has up to 20
     * @param perAddress requests an address may make in each period
     */
    public record Rate(
            @DefaultValue("200") int perKey,
            @DefaultValue("400") int perAddress,
            @DefaultValue("1s") Duration period) {

        public Rate {
            if (perKey < 20) {
                throw new IllegalArgumentException(
                        "hub.api.rate.per-key is " + perKey + "; at least 20, as a batch has up to 20 items");
            }
        }
    }

    /**
     * @param head the longest that a request's line and headers may take
     * @param body the longest that a body may take
     * @param answer the longest that an answer, once ready, may take to be read
     * @param connections the most open at one time
     */
    public record Limits(
            @DefaultValue("10s") Duration head,
            @DefaultValue("10s") Duration body,
            @DefaultValue("60s") Duration answer,
            @DefaultValue("10000") int connections) {}

    /**
     * @param most open at one time
     * @param mostPerKey of one key
     * @param maxAge after which a stream is ended, so that its reader comes back
     * @param patience how long one write may take before a reader counts as gone
     */
    public record Streams(
            @DefaultValue("8000") int most,
            @DefaultValue("2000") int mostPerKey,
            @DefaultValue("1h") Duration maxAge,
            @DefaultValue("60s") Duration patience) {}
}
