package hub.mysql;

import io.asyncer.r2dbc.mysql.MySqlConnectionConfiguration;
import io.asyncer.r2dbc.mysql.MySqlConnectionFactory;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;

/** R2DBC pools. A pool connects when it is first asked, so that MySQL need not be there at start. */
public final class MysqlPools {

    /** Connections per pool; the plan's figure. */
    public static final int MAX_CONNECTIONS = 15;

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(5);
    static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(2);
    /** A reader that gave up must not go on burdening the server. */
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);
    /** Whole seconds, as the server counts. */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private MysqlPools() {}

    /**
     * A pool of at most {@code maxConnections} whose sessions run in UTC, whatever the zones of server and JVM. A
     * connection is validated on each loan and replaced if it does not answer within 2 seconds; waiting for one ends with
     * an error after 5 seconds. A {@code SELECT} of more than 10 seconds is ended by the server, and so is waiting for a
     * row lock after 3.
     *
     * @param name shown by metrics
     */
    public static ConnectionPool pool(MysqlSettings settings, String name, int maxConnections) {
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(MySqlConnectionFactory.from(configuration(settings)))
                        .name(name)
                        .initialSize(0)
                        .maxSize(maxConnections)
                        .maxAcquireTime(ACQUIRE_TIMEOUT)
                        .maxCreateConnectionTime(CONNECT_TIMEOUT.plusSeconds(1))
                        .maxIdleTime(IDLE)
                        .maxLifeTime(LIFETIME)
                        // One that does not answer is replaced: it was cut off, or its last statement never ended.
                        .maxValidationTime(VALIDATION_TIMEOUT)
                        .acquireRetry(1)
                        .validationDepth(ValidationDepth.REMOTE)
                        .build());
    }

    private static MySqlConnectionConfiguration configuration(MysqlSettings settings) {
        return MySqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.database())
                .user(settings.username())
                .password(settings.password())
                .sslMode(io.asyncer.r2dbc.mysql.constant.SslMode.valueOf(
                        settings.sslMode().name()))
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(STATEMENT_TIMEOUT)
                .lockWaitTimeout(LOCK_TIMEOUT)
                .tcpKeepAlive(true)
                .tinyInt1isBit(false)
                .connectionTimeZone("+00:00")
                .forceConnectionTimeZoneToSession(true)
                .build();
    }
}
