-- Two small legacy tables that a real database may lack: the read side works without them.

CREATE TABLE department_targets (
    id                     INT            NOT NULL AUTO_INCREMENT PRIMARY KEY,
    department_name        VARCHAR(100)   NOT NULL,
    target_rate_per_person DECIMAL(10, 2) NULL DEFAULT 15.0,
    updated_at             TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    UNIQUE KEY unique_department (department_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE employee_podfactory_mapping_v2 (
    id               INT           NOT NULL AUTO_INCREMENT PRIMARY KEY,
    employee_id      INT           NOT NULL,
    podfactory_email VARCHAR(255)  NULL,
    podfactory_name  VARCHAR(255)  NULL,
    similarity_score DECIMAL(4, 3) NULL,
    confidence_level VARCHAR(20)   NULL,
    is_verified      BOOLEAN       NOT NULL DEFAULT 0,
    verified_by      VARCHAR(255)  NULL,
    verified_at      DATETIME      NULL,
    notes            TEXT          NULL,
    created_at       DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    auth0_user_id    VARCHAR(255)  NULL,
    auth0_password   VARCHAR(255)  NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
