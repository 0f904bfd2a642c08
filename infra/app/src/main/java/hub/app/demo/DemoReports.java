package hub.app.demo;

import hub.embedded.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has days sealed and reported, as an operator would, and puts the pages where a browser can open them without a key. The
 * pages go with the demo.
 */
final class DemoReports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoReports.class);
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    private final ApiClient api;
    private final Workspace pages = Workspace.create();
    private int asked;
    private volatile @Nullable URI latest;

    DemoReports(ApiClient api) {
        this.api = api;
    }

    /** The last page that was made. */
    Optional<URI> latest() {
        return Optional.ofNullable(latest);
    }

    /** Closes a day that has ended, and reports it. */
    void closed(LocalDate day) throws InterruptedException {
        report(day, "close-day", "closing-report");
    }

    /** Seals the day that is over for its simulated people, and reports it. */
    void evening(LocalDate day) throws InterruptedException {
        report(day, "finalize-daily", "daily-report");
    }

    /** The report's job waits for the seal by itself. A demo goes on without a report, too. */
    private void report(LocalDate day, String seal, String report) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        asked++;
        String before = made(day);
        while (!(run(seal, day) && run(report, day))) {
            if (late(deadline, "asked for")) {
                return;
            }
        }
        String path = "/api/reports/" + day + ".html";
        ApiClient.Answer page = api.text(path);
        while (!page.ok() || made(day).equals(before)) {
            if (late(deadline, "made")) {
                return;
            }
            page = api.text(path);
        }
        try {
            Path file = pages.directory().resolve("daily-report-" + day + ".html");
            latest = Files.writeString(file, page.text()).toUri();
        } catch (IOException e) {
            LOG.warn("The report's page cannot be written: {}", e.getMessage());
        }
    }

    private boolean run(String job, LocalDate day) throws InterruptedException {
        return api.post("/api/ops/jobs/" + job + "/runs?date=" + day + "&idempotency_key=demo-" + asked)
                .ok();
    }

    /** When the kept report was made; empty if there is none. */
    private String made(LocalDate day) throws InterruptedException {
        return api.get("/api/reports/" + day + ".json")
                .body()
                .at("/made/made_at")
                .asString("");
    }

    private static boolean late(long deadline, String what) throws InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            LOG.warn("The day's report could not be {} within {} s", what, WITHIN.toSeconds());
            return true;
        }
        Thread.sleep(ASK_EVERY);
        return false;
    }

    @Override
    public void close() {
        pages.close();
    }
}
