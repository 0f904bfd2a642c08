-- What the jobs keep. All DATETIME values are UTC; score_date is a Central date. Codes and keys are compared byte by byte.

-- One row per attempt. What makes a run exactly one is success_key: it has a value only where the attempt succeeded, and
-- its value is what the run is for.
CREATE TABLE hub_job_runs (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job         VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    run_key     VARCHAR(120) COLLATE utf8mb4_bin NOT NULL,
    due_at      DATETIME(3)  NOT NULL,
    score_date  DATE         NOT NULL,
    cause       VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    attempt     INT          NOT NULL,
    instance    VARCHAR(120) COLLATE utf8mb4_bin NOT NULL,
    started_at  DATETIME(3)  NOT NULL,
    ended_at    DATETIME(3)  NULL,
    outcome     VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    position    TEXT         NULL,
    summary     TEXT         NULL,
    success_key VARCHAR(120) COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (CASE WHEN outcome = 'succeeded' THEN run_key END) STORED,
    UNIQUE KEY one_number_per_attempt (job, run_key, attempt),
    UNIQUE KEY one_success (job, success_key),
    KEY latest (job, due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row per version of a day's record; a version is never changed.
CREATE TABLE hub_seals (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    score_date   DATE        NOT NULL,
    version      INT         NOT NULL,
    kind         VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,
    position     TEXT        NOT NULL,
    evaluated_at DATETIME(3) NOT NULL,
    sealed_at    DATETIME(3) NOT NULL,
    row_count    INT         NOT NULL,
    hash         CHAR(64)    COLLATE utf8mb4_bin NOT NULL,
    changes      TEXT        NOT NULL,
    UNIQUE KEY one_of_each_version (score_date, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What an item and an hour were worth on a sealed day.
CREATE TABLE hub_day_rates (
    id         BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    score_date DATE           NOT NULL,
    kind       VARCHAR(12)    COLLATE utf8mb4_bin NOT NULL,
    subject_id BIGINT         NOT NULL,
    rate       DECIMAL(14, 4) NOT NULL,
    UNIQUE KEY one_rate (score_date, kind, subject_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row per idle episode: of one employee, from one instant on.
CREATE TABLE hub_alerts (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind        VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    employee_id INT         NOT NULL,
    since       DATETIME(3) NOT NULL,
    raised_at   DATETIME(3) NOT NULL,
    closed_at   DATETIME(3) NULL,
    severity    VARCHAR(12) COLLATE utf8mb4_bin NOT NULL,
    status      VARCHAR(24) COLLATE utf8mb4_bin NOT NULL,
    UNIQUE KEY one_per_episode (kind, employee_id, since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
