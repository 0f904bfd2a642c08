package hub.app.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the API twice a second and shows the answers, until interrupted. */
public final class LiveView {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final ApiClient api;
    private final Supplier<Instant> simulatedNow;
    private final Supplier<Optional<URI>> report;
    private final Screen screen;
    private long changesBefore = -1;
    private long askedAt;
    private double rowsPerSecond;

    LiveView(ApiClient api, Supplier<Instant> simulatedNow, Supplier<Optional<URI>> report, Screen screen) {
        this.report = report;
        this.api = api;
        this.simulatedNow = simulatedNow;
        this.screen = screen;
    }

    /** Returns when interrupted. */
    public void run() {
        try {
            while (true) {
                ApiClient.Answer leaderboard = api.get(ApiClient.LEADERBOARD);
                ApiClient.Answer pipeline = api.get(ApiClient.PIPELINE);
                if (leaderboard.ok() && pipeline.ok()) {
                    measure(pipeline.body().path("counts").path("changes").asLong(0));
                    screen.show(new Frame(
                            leaderboard.body(), pipeline.body(), simulatedNow.get(), rowsPerSecond, report.get()));
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(long changes) {
        long now = System.nanoTime();
        if (changesBefore >= 0 && changes >= changesBefore) {
            double seconds = (now - askedAt) / 1e9;
            double rate = (changes - changesBefore) / seconds;
            rowsPerSecond = 0.7 * rowsPerSecond + 0.3 * rate;
        }
        changesBefore = changes;
        askedAt = now;
    }
}
