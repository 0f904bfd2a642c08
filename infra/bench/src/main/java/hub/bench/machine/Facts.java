package hub.bench.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What a figure depends on beside the code, by name, in the order in which a reader asks for it. */
public record Facts(SequencedMap<String, String> all) {

    /**
     * Of this machine and this JVM.
     *
     * @param run what was asked for
     * @param servers what is known about them
     */
    public static Facts now(Map<String, String> run, Map<String, String> servers) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", Version.ofThis());
        facts.putAll(run);
        facts.put("processor", processor());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", memory());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put(
                "heap of the benchmark",
                Runtime.getRuntime().maxMemory() / (1 << 20) + " MB, "
                        + ManagementFactory.getGarbageCollectorMXBeans()
                                .getFirst()
                                .getName());
        facts.put(
                "options of the benchmark's Java machine",
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        facts.put("Debezium", Version.ofDebezium());
        facts.put("load before (1, 5, 15 minutes)", load());
        facts.putAll(servers);
        return new Facts(facts);
    }

    /** These, with the load at the end of the run. */
    public Facts after() {
        SequencedMap<String, String> facts = new LinkedHashMap<>(all);
        facts.put("load after", load());
        return new Facts(facts);
    }

    /** How much else the machine has to do; with more than its cores, only ratios and CPU seconds mean something. */
    public static String load() {
        return read("/proc/loadavg").replaceAll("^(\\S+ \\S+ \\S+).*", "$1").strip();
    }

    private static String processor() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String memory() {
        return read("/proc/meminfo")
                .lines()
                .filter(line -> line.startsWith("MemTotal"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000_000 + " GB")
                .findFirst()
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException notOnThisSystem) {
            return "";
        }
    }
}
