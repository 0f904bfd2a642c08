package hub.ingest.debezium;

import hub.ingest.Flavor;
import hub.ingest.SourceSettings;
import hub.ingest.SslMode;
import hub.projections.change.Table;
import hub.projections.store.Generation;
import io.debezium.relational.history.SchemaHistory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The engine's configuration: the one place that names Debezium's properties. The capture lists are generated from
 * {@link Table}.
 */
final class EngineConfiguration {

    /**
     * How the engine starts. {@code never} cannot take a snapshot under any circumstances: with the offset purged, the
     * offset ahead of the server or the history missing, the connector fails (3.5:
     * {@code BaseSourceTask.validateSchemaHistory}), which is classified as "rebuild required".
     */
    enum Start {
        SNAPSHOT("initial"),
        RESUME("never");

        private final String mode;

        Start(String mode) {
            this.mode = mode;
        }
    }

    /** The server is asked for a sign of life at 0.8 of this; our watchdog waits for three. */
    static final int KEEP_ALIVE_MILLIS = 5_000;

    private static final String HISTORY = SchemaHistory.CONFIGURATION_FIELD_PREFIX_STRING;

    private EngineConfiguration() {}

    static Properties of(SourceSettings source, Generation generation, Start start, String engine) {
        Properties p = new Properties();
        p.setProperty("name", engine);
        p.setProperty("topic.prefix", topicPrefix(generation));
        connection(source, generation, p);
        capture(source, p);
        ourParts(engine, p);
        exactness(p);
        failures(p);
        flow(p);
        p.setProperty("snapshot.mode", start.mode);
        // The global read lock is held only while the schema is read; the rows come from one consistent snapshot.
        p.setProperty("snapshot.locking.mode", "minimal");
        return p;
    }

    static String topicPrefix(Generation generation) {
        return "hub_" + generation;
    }

    private static void connection(SourceSettings source, Generation generation, Properties p) {
        p.setProperty(
                "connector.class",
                switch (source.flavor()) {
                    case MYSQL -> "io.debezium.connector.mysql.MySqlConnector";
                    case MARIADB -> "io.debezium.connector.mariadb.MariaDbConnector";
                });
        p.setProperty("database.hostname", source.host());
        p.setProperty("database.port", Integer.toString(source.port()));
        p.setProperty("database.user", source.username());
        p.setProperty("database.password", source.password());
        p.setProperty("database.server.id", Long.toString(source.serverId(generation)));
        p.setProperty("database.ssl.mode", sslMode(source.flavor(), source.sslMode()));
        if (source.flavor() == Flavor.MYSQL && source.sslMode() == SslMode.DISABLED) {
            p.setProperty("driver.allowPublicKeyRetrieval", "true");
        }
        // The client's own reconnect would go on in the middle of a half-read transaction: ours starts a fresh engine.
        p.setProperty("connect.keep.alive", "false");
        p.setProperty("connect.keep.alive.interval.ms", Integer.toString(KEEP_ALIVE_MILLIS));
        p.setProperty("connect.timeout.ms", "10000");
    }

    private static String sslMode(Flavor flavor, SslMode mode) {
        return switch (flavor) {
            case MYSQL -> mode.name().toLowerCase(Locale.ROOT);
            case MARIADB ->
                switch (mode) {
                    case DISABLED, PREFERRED -> "disable";
                    case REQUIRED -> "trust";
                    case VERIFY_CA -> "verify-ca";
                    case VERIFY_IDENTITY -> "verify-full";
                };
        };
    }

    private static void capture(SourceSettings source, Properties p) {
        String schema = literal(source.database());
        p.setProperty("database.include.list", schema);
        p.setProperty("table.include.list", tables(table -> schema + "\\." + literal(table.sqlName())));
        p.setProperty(
                "column.include.list",
                tables(table -> schema + "\\." + literal(table.sqlName()) + "\\."
                        + table.columns().stream()
                                .map(EngineConfiguration::literal)
                                .collect(Collectors.joining("|", "(", ")"))));
        p.setProperty(HISTORY + "store.only.captured.tables.ddl", "true");
        p.setProperty(HISTORY + "ddl.filter", SchemaHistory.DDL_FILTER.defaultValueAsString() + "," + unrelatedDdl());
        p.setProperty("include.schema.changes", "true");
    }

    private static String tables(java.util.function.Function<Table, String> each) {
        return Arrays.stream(Table.values()).map(each).collect(Collectors.joining(","));
    }

    private static String literal(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "\\\\$0");
    }

    /**
     * Statements that mention no captured table and no schema as a whole. They need not be parsed, so an odd statement on
     * an unrelated table cannot stop the stream. The helper tables of online schema changes carry the table's name in
     * theirs and are parsed.
     */
    private static String unrelatedDdl() {
        String mentions =
                Arrays.stream(Table.values()).map(t -> literal(t.sqlName())).collect(Collectors.joining("|"));
        return "^(?!.*(" + mentions + "|\\bdatabase\\b|\\bschema\\b|^\\s*set\\b)).*$";
    }

    private static void ourParts(String engine, Properties p) {
        p.setProperty(EngineContext.KEY, engine);
        // Metrics beans are named after the topic prefix; a new engine would wait a minute for those of a hung one.
        p.setProperty("custom.metric.tags", "engine=" + engine);
        p.setProperty(HISTORY + EngineContext.KEY, engine);
        p.setProperty("offset.storage", CheckpointOffsetStore.class.getName());
        p.setProperty("schema.history.internal", StagedSchemaHistory.class.getName());
        p.setProperty("transaction.metadata.factory", CommittedOffsets.class.getName());
        // Nothing is ever flushed by Debezium; see CheckpointOffsetStore.
        p.setProperty("offset.flush.interval.ms", Long.toString(Integer.MAX_VALUE));
    }

    private static void exactness(Properties p) {
        p.setProperty("decimal.handling.mode", "precise");
        p.setProperty("bigint.unsigned.handling.mode", "precise");
        p.setProperty("time.precision.mode", "adaptive_time_microseconds");
        p.setProperty("skipped.operations", "none");
        p.setProperty("tombstones.on.delete", "false");
        p.setProperty("provide.transaction.metadata", "true");
        p.setProperty("schema.name.adjustment.mode", "none");
    }

    private static void failures(Properties p) {
        p.setProperty("event.processing.failure.handling.mode", "fail");
        p.setProperty("inconsistent.schema.handling.mode", "fail");
        p.setProperty("event.converting.failure.handling.mode", "fail");
        // 0 = none. With any other value a RetriableException makes the engine poll and deliver the next batch, and the
        // task restart itself behind our back.
        p.setProperty("errors.max.retries", "0");
        p.setProperty("executor.shutdown.timeout.ms", "2000");
        p.setProperty("task.management.timeout.ms", "60000");
        p.setProperty("record.processing.shutdown.timeout.ms", "100");
    }

    private static void flow(Properties p) {
        p.setProperty("poll.interval.ms", "5");
        // The queue waits out its interval for a full batch, and spins during the last millisecond of it: a small batch
        // is full.
        p.setProperty("max.batch.size", "512");
        p.setProperty("max.queue.size", "4096");
        p.setProperty("heartbeat.interval.ms", "1000");
        p.setProperty("heartbeat.topics.prefix", "__hub-heartbeat");
    }
}
