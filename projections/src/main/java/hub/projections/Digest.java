package hub.projections;

import hub.projections.board.Cells;
import hub.projections.board.Partition;
import hub.projections.board.Tally;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A fingerprint of what the read models make of the reference scenario, and of the capture list. */
final class Digest {

    private Digest() {}

    static String of(List<ReadModel<?>> models) {
        StringBuilder text = new StringBuilder("rows that cannot be read are parked\n");
        for (Table table : Table.values()) {
            text.append(table.sqlName()).append(table.columns());
            table.columns().forEach(column -> table.absent(column).ifPresent(text::append));
            text.append('\n');
        }
        models.stream()
                .sorted((a, b) -> a.board().name().compareTo(b.board().name()))
                .forEach(model -> {
                    text.append(model.board().name())
                            .append(' ')
                            .append(model.board().kind())
                            .append(' ')
                            .append(model.board().retention())
                            .append('\n');
                    for (Row row : ReferenceScenario.ROWS) {
                        if (row.table() == model.source()) {
                            model.cells(row, new Transcript(text));
                        }
                    }
                });
        return sha256(text.toString()).substring(0, 16);
    }

    private record Transcript(StringBuilder text) implements Cells {
        @Override
        public void sum(Partition partition, String entry, Tally tally) {
            text.append(partition.text())
                    .append(' ')
                    .append(entry)
                    .append(" +")
                    .append(tally.packed())
                    .append('\n');
        }

        @Override
        public void fact(Partition partition, long primaryKey, String value) {
            text.append(partition.text())
                    .append(' ')
                    .append(primaryKey)
                    .append(" =")
                    .append(value)
                    .append('\n');
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
