package hub.scheduler.run;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code hub.jobs.<name>} says of each job: off, unless it says something. */
public final class JobModes {

    private final Setting settings;

    /** Reads one setting; null if it is not set. */
    @FunctionalInterface
    public interface Setting {
        @Nullable
        String get(String name);
    }

    public JobModes(Setting settings) {
        this.settings = settings;
    }

    /** @throws IllegalArgumentException naming what is allowed, if the setting is none of it */
    public Mode of(Job job) {
        String name = "hub.jobs." + job.plan().name();
        String word = settings.get(name);
        if (word == null || word.isBlank()) {
            return Mode.OFF;
        }
        return Mode.parse(word.strip())
                .orElseThrow(() -> new IllegalArgumentException(name + " must be "
                        + Arrays.stream(Mode.values()).map(Mode::word).collect(Collectors.joining(", ")) + ", not \""
                        + word
                        + "\""));
    }
}
