package hub.scheduler.warmup;

import hub.redis.Readiness;
import hub.redis.ServingProcesses;
import java.time.Duration;
import java.util.Map;

/** The processes that serve. */
interface Servers {

    /** Asks all of them to hold today's answers ready. */
    void ask(String wish);

    /** Those that are there, by name. */
    Map<String, Readiness> present();

    /** @param heard for how long a wish is heard by processes that only start */
    static Servers of(ServingProcesses processes, Duration heard) {
        return new Servers() {
            @Override
            public void ask(String wish) {
                processes.ask(wish, heard);
            }

            @Override
            public Map<String, Readiness> present() {
                return processes.present();
            }
        };
    }
}
