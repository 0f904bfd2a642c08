package hub.ingest.debezium;

import hub.projections.change.Row;
import hub.projections.change.RowMapper;
import hub.projections.change.RowValues;
import hub.projections.change.Table;
import hub.projections.change.UnreadableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Reads the images of one table's rows under one schema. */
final class RowImages {

    private final Table table;
    private final Column[] columns;

    RowImages(Table table, Schema row) {
        this.table = table;
        this.columns = table.columns().stream()
                .map(name -> Column.of(table, row, name))
                .toArray(Column[]::new);
    }

    /** See {@link RowMapper}; a row without a readable key cannot even be parked. */
    Row read(Struct image) {
        try {
            return RowMapper.map(table, new Image(columns, image));
        } catch (UnreadableValue e) {
            throw new Undecodable("a row of " + table.sqlName() + " has no readable primary key: it " + e.getMessage());
        }
    }

    static final class Image implements RowValues {
        private final Column[] columns;
        private final Struct image;

        Image(Column[] columns, Struct image) {
            this.columns = columns;
            this.image = image;
        }

        @Override
        public @Nullable Long integer(int column) {
            return columns[column].integer(image);
        }

        @Override
        public @Nullable BigDecimal decimal(int column) {
            return columns[column].decimal(image);
        }

        @Override
        public @Nullable String text(int column) {
            return columns[column].text(image);
        }

        @Override
        public @Nullable Instant instant(int column) {
            return columns[column].instant(image);
        }

        @Override
        public @Nullable LocalDate date(int column) {
            return columns[column].date(image);
        }
    }
}
