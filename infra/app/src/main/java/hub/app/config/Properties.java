package hub.app.config;

import java.util.List;
import java.util.stream.Stream;

/** Every property of the service, and the few of the libraries that everybody needs. What is not listed is refused. */
public final class Properties {

    private static final String SOURCE = "The source";
    private static final String OTHER_USERS = "Other MySQL users, each value defaulting to the one above";
    private static final String REDIS = "Redis";
    private static final String MAIL = "Mail";
    private static final String CONNECTEAM_SECTION = "Connecteam, as the source of shifts and people";
    private static final String JOBS =
            "The jobs; each is off, shadow (computes and reports the differences, writes nothing) or on";
    private static final String SERVICE = "The service";

    public static final Property ROLES =
            new Property(SERVICE, "hub.roles", "ingest,query,scheduler", "what this process does");
    public static final Property SCORES = new Property(
            SERVICE,
            "hub.scores",
            "live",
            "live: derived until a day is final; stored: always daily_scores, as the legacy shows");
    private static final Property DAILY_GOAL = new Property(
            SERVICE, "hub.team.daily-goal", "3000", "the team's QC-passed items a day, as team-metrics tells it");
    public static final Property API_KEYS = new Property(
            SERVICE, "hub.api.keys", "", "accepted keys, id:sha256:scope+scope, by comma; see hub keys new");
    private static final Property API_KEYS_FILE = new Property(
            SERVICE,
            "hub.api.keys-file",
            "",
            "a file with more such keys, one a line; read again whenever it changes: replace it by a rename");
    private static final Property CORS_ORIGINS =
            new Property(SERVICE, "hub.api.cors-origins", "", "web pages that may read answers, by comma");
    private static final Property RATE_PER_KEY = new Property(
            SERVICE,
            "hub.api.rate.per-key",
            "200",
            "answers a key may have in each period; a batch counts as its items");
    private static final Property RATE_PER_ADDRESS =
            new Property(SERVICE, "hub.api.rate.per-address", "400", "requests an address may make in each period");
    private static final Property RATE_PERIOD = new Property(SERVICE, "hub.api.rate.period", "1s", "that period");
    private static final Property LIMIT_HEAD = new Property(
            SERVICE, "hub.api.limits.head", "10s", "the longest that a request's line and headers may take");
    private static final Property LIMIT_BODY =
            new Property(SERVICE, "hub.api.limits.body", "10s", "the longest that a request's body may take");
    private static final Property LIMIT_ANSWER = new Property(
            SERVICE, "hub.api.limits.answer", "60s", "the longest that a caller may take to read an answer");
    private static final Property LIMIT_CONNECTIONS =
            new Property(SERVICE, "hub.api.limits.connections", "10000", "the most connections open at one time");
    private static final Property STREAMS =
            new Property(SERVICE, "hub.api.streams.most", "8000", "the most streams open at one time");
    private static final Property STREAMS_PER_KEY =
            new Property(SERVICE, "hub.api.streams.most-per-key", "2000", "the most streams of one key");
    private static final Property STREAMS_AGE = new Property(
            SERVICE, "hub.api.streams.max-age", "1h", "when a stream is ended, so that its reader comes back");
    private static final Property STREAMS_PATIENCE = new Property(
            SERVICE, "hub.api.streams.patience", "60s", "how long a reader may take before it counts as gone");
    private static final Property QUERY_SOURCE = new Property(
            SERVICE,
            "hub.query.source",
            "read-model",
            "read-model or mysql, for all routes or one: read-model,leaderboard:mysql");
    private static final Property HOT_VIEWS =
            new Property(SERVICE, "hub.api.hot-views", "500", "how many answers are kept ready in memory");
    private static final Property STORE_TIMEOUT = new Property(
            SERVICE, "hub.api.store-timeout", "1s", "how long Redis is waited for before the next rung is tried");
    private static final Property MYSQL_WHILE_FILLING = new Property(
            SERVICE,
            "hub.api.mysql-while-filling",
            "false",
            "true: MySQL answers until the first generation is live; else 503 filling");
    public static final Property RECOVERY = new Property(
            SERVICE,
            "hub.recovery",
            "manual",
            "rebuild: build a new generation by itself when the stream cannot be continued");
    public static final Property WATCHDOG = new Property(
            SERVICE,
            "hub.watchdog.seconds",
            "5",
            "the stream is started afresh when a written canary, and all else, has stayed away for three times this");
    public static final Property RETENTION = new Property(
            SERVICE, "hub.retention.days", "0", "how many past days are held; 0 = all; below 30 some views lack days");
    public static final Property PORT = new Property(SERVICE, "server.port", "8080", "of the API; 0 = any free one");
    public static final Property ADDRESS =
            new Property(SERVICE, "server.address", "", "the API listens on; default: every address");
    public static final Property MANAGEMENT_PORT =
            new Property(SERVICE, "management.server.port", "8081", "of health and metrics");
    public static final Property MANAGEMENT_ADDRESS =
            new Property(SERVICE, "management.server.address", "127.0.0.1", "health and metrics listen on");

    public static final Property LOG_FORMAT = new Property(
            SERVICE,
            "logging.structured.format.console",
            "",
            "ecs, gelf or logstash: each log entry is a line of JSON; else lines for people");

    public static final Property MYSQL_HOST = new Property(SOURCE, "hub.mysql.host", "127.0.0.1", "MySQL or MariaDB");
    public static final Property MYSQL_PORT = new Property(SOURCE, "hub.mysql.port", "3306", "its port");
    public static final Property MYSQL_DATABASE =
            new Property(SOURCE, "hub.mysql.database", "", "the schema with the legacy tables");
    public static final Property MYSQL_USERNAME =
            new Property(SOURCE, "hub.mysql.username", "", "reads the change stream; see hub doctor --grants");
    public static final Property MYSQL_PASSWORD =
            new Property(SOURCE, "hub.mysql.password", "", "better by environment or file than by flag");
    public static final Property MYSQL_FLAVOR = new Property(SOURCE, "hub.mysql.flavor", "mysql", "mysql or mariadb");
    public static final Property MYSQL_SSL_MODE = new Property(
            SOURCE, "hub.mysql.ssl-mode", "preferred", "disabled, preferred, required, verify_ca or verify_identity");
    public static final Property MYSQL_SERVER_ID = new Property(
            SOURCE,
            "hub.mysql.server-id",
            "779100000",
            "this and the next 16 must be used by no other replica of the source");

    public static final List<Property> JOB_MODES = List.of(
            job("finalize-daily", "seals the running day at 18:00 Chicago, provisionally"),
            job("close-day", "seals the day before at 00:10"),
            job("restate-days", "seals closed days anew that were corrected, at 04:30"),
            job("realtime-scores", "keeps daily_scores of today up to date, every 5 minutes"),
            job("process-activities", "scores late work that has no score, every 10 minutes"),
            job("check-idle", "raises and closes alerts about idle people, every 5 minutes from 6 to 22"),
            job("cache-warmup", "at 05:30: are today's boards right, and loaded wherever they are served"),
            job("parity-audit", "compares one day's boards with MySQL, every 10 minutes another day's"),
            job("retention", "lets go of the days before hub.retention.days, at 03:30"),
            job("daily-report", "reports the running day from its seal at 18:30, and sends it"),
            job("closing-report", "reports what the day before came to, at 00:30"),
            job("send-reports", "with hub.mail.host: sends what is queued, every 5 minutes"),
            job("connecteam-shifts", "with hub.connecteam.enabled: clock_times, every 5 minutes"),
            job("connecteam-employees", "with hub.connecteam.enabled: employees, at 02:00"));
    public static final Property FINALIZE_SETTLE =
            new Property(JOBS, "hub.finalize.settle", "5m", "how long after 18:00 late data is waited for");
    public static final Property RESTATE_DAYS =
            new Property(JOBS, "hub.finalize.restate-days", "14", "how many closed days are looked at for corrections");

    public static final Property REPORT_RECIPIENTS = new Property(
            JOBS,
            "hub.report.recipients",
            "",
            "who gets the daily report by mail, by comma; with what people are paid: boss@example.org:cost:read");

    public static final Property MAIL_HOST =
            new Property(MAIL, "hub.mail.host", "", "hands over what is sent; empty: nothing is sent");
    private static final List<Property> MAIL_SERVER = List.of(
            MAIL_HOST,
            new Property(MAIL, "hub.mail.port", "587", "its port"),
            new Property(MAIL, "hub.mail.username", "", "if it asks for one"),
            new Property(MAIL, "hub.mail.password", "", "better by environment or file than by flag"),
            new Property(MAIL, "hub.mail.security", "starttls", "starttls, tls or none; certificates are verified"),
            new Property(MAIL, "hub.mail.from", "", "the sender's address"));

    public static final Property CONNECTEAM = new Property(
            CONNECTEAM_SECTION,
            "hub.connecteam.enabled",
            "false",
            "true: there are its jobs; each is on once hub.jobs says so");
    public static final Property CONNECTEAM_URL =
            new Property(CONNECTEAM_SECTION, "hub.connecteam.url", "https://api.connecteam.com", "its API");
    public static final Property CONNECTEAM_KEY =
            new Property(CONNECTEAM_SECTION, "hub.connecteam.key", "", "better by environment or file than by flag");
    public static final Property CONNECTEAM_CLOCK = new Property(
            CONNECTEAM_SECTION, "hub.connecteam.clock", "", "the id of the time clock whose shifts are read");

    private static final List<Property> QUERY_USER = user("query", "reads when Redis cannot answer");
    private static final List<Property> JOBS_USER = user("jobs", "writes what the jobs write");

    public static final Property REDIS_HOST = new Property(REDIS, "spring.data.redis.host", "localhost", "the host");
    public static final Property REDIS_PORT = new Property(REDIS, "spring.data.redis.port", "6379", "its port");
    private static final Property REDIS_USERNAME =
            new Property(REDIS, "spring.data.redis.username", "", "where Redis has users");
    private static final Property REDIS_PASSWORD =
            new Property(REDIS, "spring.data.redis.password", "", "better by environment or file than by flag");
    private static final Property REDIS_DATABASE =
            new Property(REDIS, "spring.data.redis.database", "0", "the database number");
    private static final Property REDIS_SSL =
            new Property(REDIS, "spring.data.redis.ssl.enabled", "false", "true: TLS");

    private static final Property REDIS_TIMEOUT = new Property(
            REDIS, "spring.data.redis.timeout", "5s", "how long a command may take; then jobs are locked in MySQL");

    /** In the order in which help shows them. */
    public static final List<Property> ALL = Stream.of(
                    List.of(
                            ROLES,
                            SCORES,
                            DAILY_GOAL,
                            API_KEYS,
                            API_KEYS_FILE,
                            CORS_ORIGINS,
                            RATE_PER_KEY,
                            RATE_PER_ADDRESS,
                            RATE_PERIOD,
                            LIMIT_HEAD,
                            LIMIT_BODY,
                            LIMIT_ANSWER,
                            LIMIT_CONNECTIONS,
                            STREAMS,
                            STREAMS_PER_KEY,
                            STREAMS_AGE,
                            STREAMS_PATIENCE,
                            QUERY_SOURCE,
                            HOT_VIEWS,
                            STORE_TIMEOUT,
                            MYSQL_WHILE_FILLING,
                            RECOVERY,
                            WATCHDOG,
                            RETENTION),
                    List.of(PORT, ADDRESS, MANAGEMENT_PORT, MANAGEMENT_ADDRESS, LOG_FORMAT),
                    List.of(
                            MYSQL_HOST,
                            MYSQL_PORT,
                            MYSQL_DATABASE,
                            MYSQL_USERNAME,
                            MYSQL_PASSWORD,
                            MYSQL_FLAVOR,
                            MYSQL_SSL_MODE,
                            MYSQL_SERVER_ID),
                    QUERY_USER,
                    JOBS_USER,
                    JOB_MODES,
                    List.of(FINALIZE_SETTLE, RESTATE_DAYS, REPORT_RECIPIENTS),
                    MAIL_SERVER,
                    List.of(CONNECTEAM, CONNECTEAM_URL, CONNECTEAM_KEY, CONNECTEAM_CLOCK),
                    List.of(
                            REDIS_HOST,
                            REDIS_PORT,
                            REDIS_USERNAME,
                            REDIS_PASSWORD,
                            REDIS_DATABASE,
                            REDIS_SSL,
                            REDIS_TIMEOUT))
            .flatMap(List::stream)
            .toList();

    private Properties() {}

    private static Property job(String name, String what) {
        return new Property(JOBS, "hub.jobs." + name, "off", what);
    }

    private static List<Property> user(String who, String what) {
        String prefix = "hub.mysql." + who + ".";
        return List.of(
                new Property(OTHER_USERS, prefix + "username", "", what),
                new Property(OTHER_USERS, prefix + "password", "", "its password"),
                new Property(OTHER_USERS, prefix + "host", "", "its server, such as a replica"),
                new Property(OTHER_USERS, prefix + "port", "", "its port"),
                new Property(OTHER_USERS, prefix + "ssl-mode", "", "its encryption"));
    }
}
