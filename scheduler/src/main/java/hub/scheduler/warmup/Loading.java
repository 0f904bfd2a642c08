package hub.scheduler.warmup;

import hub.redis.Readiness;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Has today's answers loaded in every process that serves, and waits until each has said so. */
final class Loading {

    private final Servers servers;
    private final Duration within;
    private final Duration every;

    /** @param within how long it waits; @param every how long between two looks */
    Loading(Servers servers, Duration within, Duration every) {
        this.servers = servers;
        this.within = within;
        this.every = every;
    }

    /**
     * What is loaded, in one line.
     *
     * @param wish a name that was not used before
     * @param generation the number of the live one
     * @throws NotWarm naming who has not, and why
     */
    String of(String wish, long generation) throws NotWarm, InterruptedException {
        servers.ask(wish);
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            Map<String, Readiness> present = servers.present();
            Map<String, String> lacking = lacking(present, wish, generation);
            if (!present.isEmpty() && lacking.isEmpty()) {
                int answers = present.values().stream()
                        .mapToInt(Readiness::answers)
                        .min()
                        .orElseThrow();
                return answers + " answers are ready in each of " + present.size() + " processes that serve";
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NotWarm(
                        present.isEmpty()
                                ? "no process with the role query is at work on this Redis"
                                : "not ready in " + lacking.size() + " of " + present.size() + " processes that serve: "
                                        + lacking);
            }
            Thread.sleep(every);
        }
    }

    private static Map<String, String> lacking(Map<String, Readiness> present, String wish, long generation) {
        Map<String, String> lacking = new TreeMap<>();
        present.forEach((process, said) -> {
            if (!said.wish().equals(wish)) {
                lacking.put(process, "has not answered");
            } else if (!said.failure().isEmpty()) {
                lacking.put(process, said.failure());
            } else if (said.generation() != generation) {
                lacking.put(process, "serves generation " + said.generation() + ", not " + generation);
            }
        });
        return lacking;
    }
}
