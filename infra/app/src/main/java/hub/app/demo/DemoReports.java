package hub.app.demo;

import hub.embedded.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
    private final DemoDatabase database;
    private final Workspace pages = Workspace.create();
    private int asked;
    private volatile @Nullable URI latest;

    DemoReports(ApiClient api, DemoDatabase database) {
        this.database = database;
        this.api = api;
    }

    /** The last page that was made. */
    Optional<URI> latest() {
        return Optional.ofNullable(latest);
    }

    /** Closes days that have ended, and reports the last of them. */
    void closed(List<LocalDate> days) throws InterruptedException {
        if (!days.isEmpty()) {
            report(days, "close-day", "closing-report");
        }
    }

    /** Seals the day that is over for its simulated people, and reports it. */
    void evening(LocalDate day) throws InterruptedException {
        report(List.of(day), "finalize-daily", "daily-report");
    }

    /** A demo goes on without a report, too. */
    private void report(List<LocalDate> days, String seal, String report) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        LocalDate day = days.getLast();
        String before = made(day);
        asked++;
        while (!(run(seal, days) && database.sealed().containsAll(days) && run(report, List.of(day)))) {
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

    /** Asked for again and again, it is run once. */
    private boolean run(String job, List<LocalDate> days) throws InterruptedException {
        boolean all = true;
        for (LocalDate day : days) {
            String run = "/api/ops/jobs/" + job + "/runs?date=" + day + "&idempotency_key=" + day + "-" + asked;
            all &= api.post(run).ok();
        }
        return all;
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
