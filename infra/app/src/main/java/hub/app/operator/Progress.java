package hub.app.operator;

import hub.projections.operations.PipelineStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a fill has got, in words: rows, rate, time left. */
final class Progress {

    private Progress() {}

    static String of(PipelineStatus filling, Instant now) {
        String rows = "filling %s: %,d".formatted(filling.generation(), filling.filled());
        @Nullable Instant since = filling.fillingSince();
        if (filling.toFill() <= 0 || since == null) {
            return rows + " rows";
        }
        // The estimate comes from the server's statistics and may be too low.
        long total = Math.max(filling.toFill(), filling.filled());
        String share = rows + " of about %,d rows (%d %%)".formatted(total, filling.filled() * 100 / total);
        double seconds = Math.max(0.001, Duration.between(since, now).toMillis() / 1_000.0);
        double rate = filling.filled() / seconds;
        if (rate < 1) {
            return share;
        }
        long left = Math.round((total - filling.filled()) / rate);
        return share + ", %,.0f rows/s, %s left".formatted(rate, time(left));
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
