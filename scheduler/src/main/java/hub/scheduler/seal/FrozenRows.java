package hub.scheduler.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The frozen rows of one day. */
public final class FrozenRows {

    private FrozenRows() {}

    /**
     * SHA-256 over one line per row, by employee id: id, items, points, active and clocked minutes, efficiency, separated
     * by blanks and ended by a line feed. Anyone can compute it again from {@code daily_scores}.
     */
    public static String hash(List<FrozenRow> rows) {
        StringBuilder text = new StringBuilder();
        rows.stream()
                .sorted(Comparator.comparingLong(FrozenRow::employeeId))
                .forEach(row -> text.append(row.employeeId())
                        .append(' ')
                        .append(row.items())
                        .append(' ')
                        .append(row.points().toPlainString())
                        .append(' ')
                        .append(row.activeMinutes())
                        .append(' ')
                        .append(row.clockedMinutes())
                        .append(' ')
                        .append(row.efficiency().toPlainString())
                        .append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
