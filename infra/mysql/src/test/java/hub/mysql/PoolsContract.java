package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What the pools promise on every server. */
abstract class PoolsContract {

    private static final Duration WITHIN = Duration.ofSeconds(20);

    abstract TestServer server();

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Chicago", "Asia/Tokyo"})
    void aDatetimeIsReadAsStoredInAnyZoneOfTheJvm(String zone) {
        TimeZone before = TimeZone.getDefault();
        ConnectionPool pool = MysqlPools.pool(server().freshSchema(), "zones", 1);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            // Chicago's clocks never show this time: they jump from 02:00 to 03:00.
            assertThat(one(pool, "SELECT CAST('2026-03-08 02:30:00.123456' AS DATETIME(6))", LocalDateTime.class))
                    .isEqualTo("2026-03-08T02:30:00.123456");
            assertThat(one(pool, "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(), NOW())", Long.class))
                    .isZero();
            assertThat(one(pool, "SELECT @@session.time_zone", String.class)).isEqualTo("+00:00");
        } finally {
            TimeZone.setDefault(before);
            pool.dispose();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFERRED", "REQUIRED"})
    void tlsIsUsedWhereTheServerOffersIt(SslMode mode) {
        ConnectionPool pool = MysqlPools.pool(with(server().freshSchema(), mode), "tls", 1);
        try {
            assertThat(rows(pool, "SHOW SESSION STATUS LIKE 'Ssl_cipher'").blockLast(WITHIN))
                    .startsWith("TLS");
        } finally {
            pool.dispose();
        }
    }

    @Test
    void aBorrowerIsToldWhenNoConnectionComesFree() {
        ConnectionPool pool = MysqlPools.pool(server().freshSchema(), "small", 1);
        try {
            Connection held = Objects.requireNonNull(pool.create().block(WITHIN));
            assertThatThrownBy(() -> pool.create().block(WITHIN))
                    .isInstanceOf(R2dbcException.class)
                    .hasMessageContaining("5000ms");
            Mono.from(held.close()).block(WITHIN);
            assertThat(one(pool, "SELECT 1", Long.class)).isOne();
        } finally {
            pool.dispose();
        }
    }

    @Test
    void theServerEndsWhatTakesTooLong() {
        ConnectionPool pool = MysqlPools.pool(server().freshSchema(), "limited", 1);
        try {
            boolean mariaDb = one(pool, "SELECT VERSION()", String.class).contains("MariaDB");
            assertThat(one(
                            pool,
                            mariaDb
                                    ? "SELECT @@session.max_statement_time * 1000"
                                    : "SELECT @@session.max_execution_time",
                            Long.class))
                    .isEqualTo(10_000);
            assertThat(one(pool, "SELECT @@session.innodb_lock_wait_timeout", Long.class))
                    .isEqualTo(3);
        } finally {
            pool.dispose();
        }
    }

    @Test
    void cancelledReadsGiveTheirConnectionsBack() {
        ConnectionPool pool = MysqlPools.pool(server().freshSchema(), "cancelled", 4);
        SourceRows rows = new SourceRows(pool);
        try {
            Flux.range(0, 1_200)
                    .flatMap(
                            i -> rows.inOneRead(read -> Mono.delay(Duration.ofMillis(i % 7)))
                                    .timeout(Duration.ofMillis(i % 11), Mono.empty()),
                            40)
                    .blockLast(WITHIN);

            // All four can be borrowed at once again.
            assertThat(Flux.fromStream(Stream.generate(pool::create).limit(4))
                            .flatMap(borrowed -> borrowed)
                            .collectList()
                            .flatMap(all -> Flux.fromIterable(all)
                                    .flatMap(Connection::close)
                                    .then(Mono.just(all.size())))
                            .block(WITHIN))
                    .isEqualTo(4);
        } finally {
            pool.dispose();
        }
    }

    @Test
    void aReadThatNobodyWaitsForBeginsNoFurtherStatement() {
        ConnectionPool pool = MysqlPools.pool(server().freshSchema(), "unwanted", 1);
        Sinks.Empty<Void> begun = Sinks.empty();
        Sinks.Empty<Void> goOn = Sinks.empty();
        AtomicBoolean asked = new AtomicBoolean();
        try {
            Disposable waiting = new SourceRows(pool)
                    .inOneRead(read -> {
                        begun.tryEmitEmpty();
                        return goOn.asMono().then(read.tables()).doOnNext(tables -> asked.set(true));
                    })
                    .subscribe();
            begun.asMono().block(WITHIN);
            waiting.dispose();
            goOn.tryEmitEmpty();

            // The only connection is free again.
            assertThat(one(pool, "SELECT 1", Long.class)).isOne();
            assertThat(asked).isFalse();
        } finally {
            pool.dispose();
        }
    }

    private static MysqlSettings with(MysqlSettings settings, SslMode mode) {
        return new MysqlSettings(
                settings.host(), settings.port(), settings.database(), settings.username(), settings.password(), mode);
    }

    private static <T> T one(ConnectionPool pool, String statement, Class<T> type) {
        return Objects.requireNonNull(Mono.usingWhen(
                        pool.create(),
                        connection -> new Sql(connection)
                                .rows(row -> Objects.requireNonNull(row.get(0, type)), statement)
                                .single(),
                        Connection::close)
                .block(WITHIN));
    }

    /** The second column. */
    private static Flux<String> rows(ConnectionPool pool, String statement) {
        return Flux.usingWhen(
                pool.create(),
                connection ->
                        new Sql(connection).rows(row -> Objects.requireNonNull(row.get(1, String.class)), statement),
                Connection::close);
    }
}
