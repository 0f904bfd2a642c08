package hub.ingest.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Table;
import io.debezium.document.Array;
import io.debezium.document.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaWatchTest {

    private final SchemaWatch watch = new SchemaWatch();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INT:-1            | BIGINT:-1         | true
                    INT:11            | INT:-1            | true
                    INT UNSIGNED:-1   | BIGINT:-1         | true
                    BIGINT UNSIGNED:-1| DECIMAL:20        | true
                    INT:-1            | DECIMAL:10        | true
                    TINYINT:1         | BOOLEAN:-1        | true
                    DECIMAL:10,2      | DECIMAL:12,3      | true
                    VARCHAR:50        | VARCHAR:60        | true
                    VARCHAR:50        | TEXT:-1           | true
                    TEXT:-1           | MEDIUMTEXT:-1     | true
                    DATETIME:-1       | DATETIME:6        | true
                    INT:-1            | SMALLINT:-1       | false
                    INT:-1            | INT UNSIGNED:-1   | false
                    BIGINT UNSIGNED:-1| BIGINT:-1         | false
                    INT:-1            | DECIMAL:9         | false
                    INT:-1            | VARCHAR:20        | false
                    DECIMAL:10,2      | DECIMAL:10,3      | false
                    DECIMAL:10,2      | INT:-1            | false
                    VARCHAR:50        | VARCHAR:40        | false
                    VARCHAR:300       | TINYTEXT:-1       | false
                    TEXT:-1           | VARCHAR:60000     | false
                    DATETIME:6        | DATETIME:3        | false
                    DATETIME:-1       | TIMESTAMP:-1      | false
                    FLOAT:-1          | DOUBLE:-1         | false
                    """)
    void aRetypeIsHarmlessIfEveryValueStays(String was, String is, boolean harmless) {
        watch.next(altered("role_configs", null, column("multiplier", was)));
        String harm = watch.next(altered("role_configs", null, column("multiplier", is)));
        assertThat(harm.isEmpty()).as(harm).isEqualTo(harmless);
    }

    @Test
    void nullsAndCharactersMustStay() {
        Document latin = column("name", "VARCHAR:50").setString("charsetName", "latin1");
        Document wide = column("name", "VARCHAR:50").setString("charsetName", "utf8mb4");
        watch.next(altered("employees", null, latin));
        assertThat(watch.next(altered("employees", null, wide))).isEmpty();
        assertThat(watch.next(altered("employees", null, latin))).contains("employees.name");
        watch.next(altered("employees", null, wide));
        assertThat(watch.next(altered("employees", null, wide.setBoolean("optional", false))))
                .contains("employees.name was VARCHAR(50) and is VARCHAR(50) NOT NULL");
    }

    @Test
    void partitionsTakeTheirRowsAlong() {
        Document column = column("role_name", "VARCHAR:50");
        watch.next(altered("role_configs", null, column));
        assertThat(watch.next(altered("role_configs", null, column)
                        .setString("ddl", "ALTER TABLE role_configs DROP PARTITION p1")))
                .contains("rows of table role_configs went with a partition");
        assertThat(watch.next(altered("role_configs", null, column)
                        .setString(
                                "ddl", "ALTER TABLE role_configs ADD PARTITION (PARTITION p2 VALUES LESS THAN (9))")))
                .isEmpty();
    }

    @Test
    void aTableRenamedAwayIsGone() {
        watch.next(altered("clock_times", null, column("id", "INT:-1")));
        assertThat(watch.next(altered("clock_times_old", "clock_times", column("id", "INT:-1"))))
                .isEqualTo("table clock_times was renamed");
    }

    @Test
    void aTableThatComesIsKnownFromThenOn() {
        assertThat(watch.tables()).isEmpty();
        assertThat(watch.next(altered("team_challenges", null, column("id", "INT:-1"))))
                .isEmpty();
        assertThat(watch.tables()).containsExactly(Table.TEAM_CHALLENGES);
    }

    @Test
    void rowsThatCameByARenamingWereNeverTold() {
        assertThat(watch.next(altered("team_challenges", "challenges_of_old", column("id", "INT:-1"))))
                .isEqualTo("table team_challenges came by a renaming");
    }

    @Test
    void whatIsNotCapturedMayChange() {
        watch.next(altered("employees", null, column("pin", "INT:-1")));
        assertThat(watch.next(altered("employees", null, column("pin", "CHAR:1"))))
                .isEmpty();
        assertThat(watch.next(altered("employees", null))).isEmpty();
        assertThat(watch.next(Document.create("ddl", "SET character_set_server=utf8mb4")))
                .isEmpty();
    }

    /** The warehouse's software adds that column with 0 when it first needs it. */
    @Test
    void aFlagThatComesAsZeroChangesNothing() {
        watch.next(altered("employees", null, column("id", "INT:-1")));
        assertThat(watch.next(altered("employees", null, column("id", "INT:-1"), flag("is_contractor", "0"))))
                .isEmpty();
        watch.next(altered("employees", null, column("id", "INT:-1"), flag("is_contractor", "0")));
        assertThat(watch.next(altered(
                        "employees",
                        null,
                        column("id", "INT:-1"),
                        flag("is_contractor", "0"),
                        flag("is_new_employee", "1"))))
                .isEqualTo("column employees.is_new_employee was added with a value in the existing rows");
        watch.next(altered("role_configs", null, column("id", "INT:-1")));
        assertThat(watch.next(altered("role_configs", null, column("id", "INT:-1"), flag("multiplier", "0"))))
                .contains("role_configs.multiplier");
    }

    /** Without the column, no goal has been taken back. */
    @Test
    void aGoalIsActiveBeforeAndAfterTheFlagComes() {
        watch.next(altered("employee_goals", null, column("id", "INT:-1")));
        assertThat(watch.next(altered("employee_goals", null, column("id", "INT:-1"), flag("is_active", "1"))))
                .isEmpty();
        for (Document otherwise : List.of(flag("is_active", "0"), column("is_active", "TINYINT:1"))) {
            watch.next(altered("team_challenges", null, column("id", "INT:-1")));
            assertThat(watch.next(altered("team_challenges", null, column("id", "INT:-1"), otherwise)))
                    .isEqualTo("column team_challenges.is_active was added with a value in the existing rows");
        }
    }

    private static Document flag(String name, String otherwise) {
        return column(name, "TINYINT:1").setBoolean("optional", false).setString("defaultValueExpression", otherwise);
    }

    private static Document column(String name, String type) {
        String[] parts = type.trim().split(":");
        String[] sizes = parts[1].split(",");
        Document column =
                Document.create("name", name).setString("typeName", parts[0]).setBoolean("optional", true);
        if (!sizes[0].equals("-1")) {
            column.setNumber("length", Integer.parseInt(sizes[0]));
        }
        if (sizes.length > 1) {
            column.setNumber("scale", Integer.parseInt(sizes[1]));
        }
        return column;
    }

    private static Document altered(String table, @Nullable String previous, Document... columns) {
        Document layout = Document.create();
        layout.setArray("columns", Array.create(List.of(columns)));
        Document change = Document.create("type", "ALTER").setString("id", "\"productivity\".\"" + table + "\"");
        change.setDocument("table", layout);
        if (previous != null) {
            change.setString("previousId", "\"productivity\".\"" + previous + "\"");
        }
        Document entry = Document.create("ddl", "ALTER TABLE " + table);
        entry.setArray("tableChanges", Array.create(List.of(change)));
        return entry;
    }
}
