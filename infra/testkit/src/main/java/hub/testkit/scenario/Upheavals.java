package hub.testkit.scenario;

import java.util.List;

/**
 * What alters whole tables while others write: thousands of rows at once, emptied tables, and changes of the schema, each in
 * the state that the one before left. Rows are read as before: answers follow, in the same generation.
 */
public final class Upheavals {

    private static final String NEW = "role_configs_new";
    private static final String OLD = "role_configs_old";

    private final Scenario db;
    private final RandomWrites writes;

    public Upheavals(Scenario db, RandomWrites writes) {
        this.db = db;
        this.writes = writes;
    }

    /** @param what is told by tests */
    public record Upheaval(String what, Runnable happens) {

        @Override
        public String toString() {
            return what;
        }
    }

    /** In this order; at their end the schema is as it was. */
    public List<Upheaval> inOrder() {
        return List.of(
                new Upheaval("5,000 rows in one statement", writes::many),
                ddl("ALTER TABLE activity_logs ADD COLUMN aisle VARCHAR(20) NOT NULL DEFAULT 'none' FIRST"),
                new Upheaval("a TRUNCATE", writes::truncate),
                ddl("ALTER TABLE activity_logs RENAME COLUMN aisle TO lane"),
                ddl("ALTER TABLE activity_logs MODIFY items_count BIGINT NULL AFTER source"),
                new Upheaval("5,000 rows more or fewer", writes::many),
                ddl("ALTER TABLE activity_logs DROP COLUMN lane"),
                ddl("ALTER TABLE clock_times MODIFY total_minutes DECIMAL(14, 2)"));
    }

    private Upheaval ddl(String statement) {
        return new Upheaval(statement, () -> db.execute(statement));
    }

    /** A table of other rows takes another's place, as an online schema change does it: no stream can tell which rows. */
    public Upheaval swap() {
        return new Upheaval("a table in another's place", () -> {
            db.execute("CREATE TABLE " + NEW + " LIKE role_configs");
            db.execute("INSERT INTO " + NEW + " SELECT * FROM role_configs WHERE id <> 2");
            db.execute("RENAME TABLE role_configs TO " + OLD + ", " + NEW + " TO role_configs");
            db.execute("DROP TABLE " + OLD);
        });
    }
}
