package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubInProcess;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;

/** A service that is closed leaves no thread behind, also when it has only just become live. */
abstract class ShutdownContract {

    private static final Pattern OURS = Pattern.compile("(pipeline|engine|build|commit)-g\\d+|ingest-role");

    abstract Servers servers();

    @RepeatedTest(2)
    void nothingGoesOnAfterTheEnd() {
        SourceDatabase database = servers().source().freshDatabase("shutdown");
        servers().store().wipe();
        try (HubInProcess hub =
                HubInProcess.start(database, servers().store(), ScoreMode.LIVE, Clock.systemUTC(), Map.of())) {
            hub.dashboard().awaitThat(() -> hub.dashboard().get("/api/dashboard/leaderboard"), reply -> {
                assertThat(reply.status()).isEqualTo(200);
                // The last rung may have answered before the pipeline began.
                assertThat(ourThreads()).isNotEmpty();
            });
        }
        assertThat(ourThreads()).isEmpty();
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> OURS.matcher(name).matches())
                .toList();
    }
}
