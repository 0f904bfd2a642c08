-- The legacy tables that the read side follows, as far as they are known: for the demo and the tests, never for a real
-- database. All DATETIME values are UTC; score_date is a Central date. Codes are binary text, so that SQL groups them by
-- exactly the stored value. BOOLEAN is TINYINT(1). No foreign keys: facts may arrive before, and outlive, the row they
-- refer to.

CREATE TABLE employees (
    id                 INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name               VARCHAR(255) NOT NULL,
    email              VARCHAR(255) NULL,
    role_id            INT          NULL,
    connecteam_user_id VARCHAR(50)  NULL,
    is_active          BOOLEAN      NOT NULL DEFAULT 1,
    is_new_employee    BOOLEAN      NOT NULL DEFAULT 0,
    hire_date          DATE         NULL,
    grace_period_end   DATE         NULL,
    current_streak     INT          NULL DEFAULT 0,
    achievement_points INT          NOT NULL DEFAULT 0,
    archived_at        DATETIME     NULL,
    is_contractor      BOOLEAN      NOT NULL DEFAULT 0,
    workspace          VARCHAR(255) NULL,
    personal_email     VARCHAR(255) NULL,
    phone_number       VARCHAR(50)  NULL,
    welcome_sent_at    DATETIME     NULL,
    auth0_user_id      VARCHAR(255) NULL,
    auth0_password     VARCHAR(255) NULL,
    created_at         DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at         DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    UNIQUE KEY unique_email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE role_configs (
    id                     INT                          NOT NULL PRIMARY KEY,
    role_name              VARCHAR(100)                 NOT NULL,
    role_type              ENUM ('continuous', 'batch') NOT NULL,
    multiplier             DECIMAL(6, 2)                NOT NULL,
    expected_per_hour      DECIMAL(8, 2)                NULL,
    idle_threshold_minutes INT                          NULL,
    monthly_target         INT                          NULL,
    seconds_per_item       INT                          NULL,
    created_at             DATETIME                     NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at             DATETIME                     NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE activity_logs (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    report_id        VARCHAR(100) NULL,
    employee_id      INT          NOT NULL,
    role_id          INT          NULL,
    activity_type    VARCHAR(50)  COLLATE utf8mb4_bin NULL,
    scan_type        VARCHAR(20)  COLLATE utf8mb4_bin NULL,
    items_count      INT          NULL,
    window_start     DATETIME     NOT NULL,
    window_end       DATETIME     NULL,
    duration_minutes INT          NULL,
    department       VARCHAR(50)  COLLATE utf8mb4_bin NULL,
    source           VARCHAR(50)  COLLATE utf8mb4_bin NULL DEFAULT 'podfactory',
    reference_id     VARCHAR(100) NULL,
    created_at       TIMESTAMP    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE KEY unique_report_id (report_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE clock_times (
    id            INT            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id   INT            NOT NULL,
    clock_in      DATETIME       NOT NULL,
    clock_out     DATETIME       NULL,
    total_minutes DECIMAL(10, 2) NULL,
    break_minutes INT            NULL,
    is_active     BOOLEAN        NOT NULL DEFAULT 0,
    source        VARCHAR(50)    COLLATE utf8mb4_bin NULL,
    created_at    DATETIME       NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at    DATETIME       NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    UNIQUE KEY unique_clock_in (employee_id, clock_in)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE daily_scores (
    id              INT            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id     INT            NOT NULL,
    score_date      DATE           NOT NULL,
    items_processed INT            NULL DEFAULT 0,
    points_earned   DECIMAL(10, 2) NULL DEFAULT 0,
    active_minutes  INT            NULL DEFAULT 0,
    clocked_minutes DECIMAL(10, 2) NULL DEFAULT 0,
    efficiency_rate DECIMAL(10, 2) NULL DEFAULT 0,
    is_finalized    BOOLEAN        NOT NULL DEFAULT 0,
    notes           TEXT           NULL,
    created_at      DATETIME       NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at      DATETIME       NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    UNIQUE KEY unique_employee_date (employee_id, score_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE employee_payrates (
    id             INT            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id    INT            NOT NULL,
    pay_rate       DECIMAL(10, 2) NULL,
    pay_type       VARCHAR(20)    COLLATE utf8mb4_bin NULL DEFAULT 'hourly',
    effective_date DATE           NULL,
    notes          TEXT           NULL,
    UNIQUE KEY unique_employee (employee_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
