package hub.ingest.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.change.UnreadableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {

    private final RecordDecoder decoder = new RecordDecoder();

    private @Nullable Change change(String op, @Nullable Struct before, @Nullable Struct after) {
        return ((StreamRecord.RowRead) decoder.decode(Records.row(op, before, after))).change();
    }

    @Test
    void nullStaysNullWhereTheColumnHasADefault() {
        assertThat(change("u", Records.employee(1, "Ann", null), Records.employee(1, "Ann", 3L)))
                .isEqualTo(new Change.RowChanged(
                        new Row.Employee(1, "Ann", true, null), new Row.Employee(1, "Ann", true, 3L)));
    }

    @Test
    void aMissingImageIsRefused() {
        assertThatThrownBy(() -> change("u", null, Records.employee(1, "Ann", 3L)))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("employees")
                .hasMessageContaining("before");
        assertThatThrownBy(() -> change("d", null, null)).isInstanceOf(Undecodable.class);
    }

    @Test
    void aMissingColumnIsNamed() {
        Schema row = SchemaBuilder.struct().field("id", Schema.INT32_SCHEMA).build();
        assertThatThrownBy(() -> new RowImages(Table.EMPLOYEES, row))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("employees.name");
    }

    @Test
    void everyWidthOfANumberIsRead() {
        assertThat(column(Schema.INT8_SCHEMA, (byte) 1).integer(0)).isEqualTo(1);
        assertThat(column(Schema.INT64_SCHEMA, Long.MAX_VALUE).integer(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(column(Schema.FLOAT64_SCHEMA, 5.0).integer(0)).isEqualTo(5);
        assertThat(column(Schema.BOOLEAN_SCHEMA, true).flag(0)).isTrue();
        assertThat(column(Schema.FLOAT64_SCHEMA, 449.98).decimal(0)).isEqualTo(new BigDecimal("449.98"));
        assertThat(column(org.apache.kafka.connect.data.Decimal.schema(0), new BigDecimal("9223372036854775807"))
                        .integer(0))
                .isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> column(
                                org.apache.kafka.connect.data.Decimal.schema(0), new BigDecimal("18446744073709551615"))
                        .integer(0))
                .isInstanceOf(UnreadableValue.class)
                .hasMessage("is no 64-bit integer");
    }

    @Test
    void datesAndTimesAreUtc() {
        Instant expected = Instant.parse("2026-03-08T07:59:59.123Z");
        Schema millis = SchemaBuilder.int64().name("io.debezium.time.Timestamp").build();
        Schema micros =
                SchemaBuilder.int64().name("io.debezium.time.MicroTimestamp").build();
        Schema zoned =
                SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp").build();
        Schema date = SchemaBuilder.int32().name("io.debezium.time.Date").build();
        assertThat(column(millis, expected.toEpochMilli()).instant(0)).isEqualTo(expected);
        assertThat(column(micros, expected.toEpochMilli() * 1_000 + 456).instant(0))
                .isEqualTo(expected.plusNanos(456_000));
        assertThat(column(micros, -1L).instant(0)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(column(zoned, "2026-03-08T07:59:59.123Z").instant(0)).isEqualTo(expected);
        assertThat(column(date, 20_000).date(0)).isEqualTo(LocalDate.of(2024, 10, 4));
        assertThat(column(millis, 0L).instant(0))
                .as("a zero date of a NOT NULL column")
                .isNull();
    }

    /** One column, read through the same path as a row's. */
    private static hub.projections.change.RowValues column(Schema schema, Object value) {
        Schema row = SchemaBuilder.struct().field("id", schema).build();
        return new RowImages.Image(
                Table.EMPLOYEES,
                new Column[] {Column.of(Table.EMPLOYEES, row, "id")},
                new Struct(row).put("id", value));
    }
}
