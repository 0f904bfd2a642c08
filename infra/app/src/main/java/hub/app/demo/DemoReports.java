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
        for (LocalDate each : days) {
            if (!comesTrue(() -> run(seal, each), deadline, "asked for")) {
                return;
            }
        }
        if (!comesTrue(() -> database.sealed().containsAll(days), deadline, "sealed")
                || !comesTrue(() -> run(report, day), deadline, "asked for")
                || !comesTrue(() -> !made(day).equals(before), deadline, "made")) {
            return;
        }
        ApiClient.Answer page = api.text("/api/reports/" + day + ".html");
        if (page.ok()) {
            keep(day, page.text());
        }
    }

    private void keep(LocalDate day, String page) {
        try {
            Path file = pages.directory().resolve("daily-report-" + day + ".html");
            latest = Files.writeString(file, page).toUri();
        } catch (IOException e) {
            LOG.warn("The report's page cannot be written: {}", e.getMessage());
        }
    }

    /** Asked for again after a lost answer, it is run once. */
    private boolean run(String job, LocalDate day) throws InterruptedException {
        return api.post("/api/ops/jobs/" + job + "/runs?date=" + day + "&idempotency_key=" + day + "-" + asked)
                .ok();
    }

    /** When the kept report was made; empty if there is none. */
    private String made(LocalDate day) throws InterruptedException {
        return api.get("/api/reports/" + day + ".json")
                .body()
                .at("/made/made_at")
                .asString("");
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static boolean comesTrue(Condition condition, long deadline, String what) throws InterruptedException {
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                LOG.warn("The day could not be {} within {} s", what, WITHIN.toSeconds());
                return false;
            }
            Thread.sleep(ASK_EVERY);
        }
        return true;
    }

    @Override
    public void close() {
        pages.close();
    }
}
