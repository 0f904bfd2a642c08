-- Secondary legacy tables that a real database may lack: the read side works without them, and says so.

CREATE TABLE employee_goals (
    id           INT            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id  INT            NOT NULL,
    goal_type    VARCHAR(50)    NULL,
    metric       VARCHAR(50)    NULL,
    target_value DECIMAL(10, 2) NULL,
    start_date   DATE           NULL,
    end_date     DATE           NULL,
    is_active    TINYINT(1)     NOT NULL DEFAULT 1,
    created_at   DATETIME       NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE employee_achievements (
    id              INT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id     INT         NOT NULL,
    achievement_key VARCHAR(50) NOT NULL,
    earned_at       DATETIME    NULL,
    points_awarded  INT         NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE achievements (
    id               INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id      INT          NOT NULL,
    achievement_key  VARCHAR(50)  NOT NULL,
    achievement_name VARCHAR(100) NULL,
    description      VARCHAR(255) NULL,
    points_awarded   INT          NULL,
    achievement_type VARCHAR(20)  NULL,
    earned_date      DATE         NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE team_challenges (
    id             INT            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    role_id        INT            NULL,
    challenge_type VARCHAR(50)    NULL,
    challenge_name VARCHAR(100)   NULL,
    description    VARCHAR(255)   NULL,
    target_value   DECIMAL(10, 2) NULL,
    current_value  DECIMAL(10, 2) NULL DEFAULT 0,
    start_date     DATE           NULL,
    end_date       DATE           NULL,
    reward_points  INT            NULL,
    is_active      TINYINT(1)     NOT NULL DEFAULT 1
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE challenge_participants (
    id           INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    challenge_id INT NOT NULL,
    employee_id  INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE activity_flags (
    id              INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    activity_log_id BIGINT       NOT NULL,
    flag_type       VARCHAR(50)  NOT NULL,
    flag_reason     VARCHAR(255) NULL,
    is_reviewed     TINYINT(1)   NOT NULL DEFAULT 0,
    reviewed_by     VARCHAR(255) NULL,
    reviewed_at     DATETIME     NULL,
    review_notes    TEXT         NULL,
    created_at      DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
