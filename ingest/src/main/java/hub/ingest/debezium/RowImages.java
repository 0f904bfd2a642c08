package hub.ingest.debezium;

import hub.projections.change.Row;
import hub.projections.change.RowMapper;
import hub.projections.change.RowValues;
import hub.projections.change.Table;
import hub.projections.change.UnreadableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Reads the images of one table's rows under one schema. */
final class RowImages {

    private final Table table;
    private final @Nullable Column[] columns;

    RowImages(Table table, Schema row) {
        this.table = table;
        this.columns = table.columns().stream()
                .map(name -> row.field(name) == null && table.isOptional(name) ? null : Column.of(table, row, name))
                .toArray(Column[]::new);
    }

    /** See {@link RowMapper}; a row without a readable key cannot even be parked. */
    Row read(Struct image) {
        try {
            return RowMapper.map(table, new Image(table, columns, image));
        } catch (UnreadableValue e) {
            throw new Undecodable("a row of " + table.sqlName() + " has no readable primary key: it " + e.getMessage());
        }
    }

    static final class Image implements RowValues {
        private final Table table;
        private final @Nullable Column[] columns;
        private final Struct image;

        Image(Table table, @Nullable Column[] columns, Struct image) {
            this.table = table;
            this.columns = columns;
            this.image = image;
        }

        @Override
        public @Nullable Long integer(int column) {
            Column present = columns[column];
            return present == null ? absent(column) : present.integer(image);
        }

        private @Nullable Long absent(int column) {
            OptionalLong value = table.absent(table.columns().get(column));
            return value.isPresent() ? value.getAsLong() : null;
        }

        @Override
        public @Nullable BigDecimal decimal(int column) {
            Column present = columns[column];
            return present == null ? null : present.decimal(image);
        }

        @Override
        public @Nullable String text(int column) {
            Column present = columns[column];
            return present == null ? null : present.text(image);
        }

        @Override
        public @Nullable Instant instant(int column) {
            Column present = columns[column];
            return present == null ? null : present.instant(image);
        }

        @Override
        public @Nullable LocalDate date(int column) {
            Column present = columns[column];
            return present == null ? null : present.date(image);
        }
    }
}
