-- The canary: one row, rewritten every second by the scheduler role and followed through the change stream.
CREATE TABLE hub_heartbeat (
    id         TINYINT     NOT NULL PRIMARY KEY,
    n          BIGINT      NOT NULL,
    written_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
