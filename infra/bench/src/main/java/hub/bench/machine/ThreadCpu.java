package hub.bench.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The CPU seconds that each thread of this process has used so far, the virtual machine's own included, as Linux counts
 * them. Empty on other systems.
 */
public record ThreadCpu(Map<String, Used> byThread) {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** @param name as Linux knows it: cut after 15 characters */
    record Used(String name, long nanos) {}

    public static ThreadCpu now() {
        Map<String, Used> used = new HashMap<>();
        if (Files.isDirectory(TASKS)) {
            try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
                tasks.forEach(task -> read(task, used));
            } catch (IOException e) {
                throw new IllegalStateException("cannot list " + TASKS, e);
            }
        }
        return new ThreadCpu(used);
    }

    private static void read(Path task, Map<String, Used> used) {
        try {
            String name = Files.readString(task.resolve("comm")).strip();
            String schedule = Files.readString(task.resolve("schedstat"));
            long nanos = Long.parseLong(schedule.substring(0, schedule.indexOf(' ')));
            used.put(task.getFileName().toString(), new Used(name, nanos));
        } catch (IOException gone) {
            // The thread ended between the listing and the reading.
        }
    }

    /** CPU seconds since {@code earlier} of the threads whose name {@code wanted} accepts. */
    public double since(ThreadCpu earlier, Predicate<String> wanted) {
        long nanos = 0;
        for (var entry : byThread.entrySet()) {
            Used now = entry.getValue();
            if (wanted.test(now.name())) {
                Used before = earlier.byThread.get(entry.getKey());
                nanos += now.nanos() - (before == null ? 0 : before.nanos());
            }
        }
        return nanos / 1e9;
    }
}
