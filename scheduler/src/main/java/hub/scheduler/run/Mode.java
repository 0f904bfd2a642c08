package hub.scheduler.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a job works: {@code hub.jobs.<name>}. */
public enum Mode {
    OFF,
    /** Computes, compares with what is stored, reports the differences, writes nothing but the ledger. */
    SHADOW,
    ON;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mode> parse(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findAny();
    }
}
