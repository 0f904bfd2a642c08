package hub.mysql;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Creates and upgrades tables. Both sets can live in one schema, beside tables of anyone else: each has its own history
 * table and touches only what its scripts name. Applying a set that is already applied changes nothing.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Brings the service's own {@code hub_*} tables up to date; the only migration that {@code serve} runs.
     *
     * @return the number of scripts applied
     * @throws MigrationFailed if the server cannot be reached, the user lacks a grant, or the history does not match
     */
    public static int migrateOwn(MysqlSettings settings) {
        return migrate(settings, "db/hub", "hub_schema_history");
    }

    /**
     * Creates the legacy tables with their indexes, for the demo and the tests. No setting leads here.
     *
     * @return the number of scripts applied
     * @throws MigrationFailed as {@link #migrateOwn}
     */
    public static int migrateLegacy(MysqlSettings settings) {
        return migrate(settings, "db/legacy", "legacy_schema_history");
    }

    private static int migrate(MysqlSettings settings, String scripts, String historyTable) {
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(JdbcUrl.of(settings), settings.username(), settings.password())
                    .locations("classpath:" + scripts)
                    .table(historyTable)
                    // A schema that is not empty is the normal case: start counting below the first script.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .cleanDisabled(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new MigrationFailed(scripts, settings, e);
        }
    }
}
