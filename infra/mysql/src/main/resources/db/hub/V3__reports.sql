-- Reports as they were made, and whom they are sent to. All DATETIME values are UTC; score_date is a Central date.

-- One row per version of a day's seal and audience: with what people are paid, and without.
CREATE TABLE hub_reports (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    score_date DATE         NOT NULL,
    version    INT          NOT NULL,
    audience   VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    kind       VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    title      VARCHAR(200) NOT NULL,
    headline   TEXT         NOT NULL,
    position   TEXT         NOT NULL,
    made_at    DATETIME(3)  NOT NULL,
    html       MEDIUMTEXT   NOT NULL,
    csv        MEDIUMTEXT   NOT NULL,
    json       MEDIUMTEXT   NOT NULL,
    mail_html  MEDIUMTEXT   NOT NULL,
    mail_text  MEDIUMTEXT   NOT NULL,
    UNIQUE KEY one_per_version (score_date, version, audience)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row per letter. A letter with sent_at is never sent again.
CREATE TABLE hub_report_mails (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    score_date DATE         NOT NULL,
    version    INT          NOT NULL,
    recipient  VARCHAR(320) COLLATE utf8mb4_bin NOT NULL,
    audience   VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
    queued_at  DATETIME(3)  NOT NULL,
    sent_at    DATETIME(3)  NULL,
    attempts   INT          NOT NULL DEFAULT 0,
    last_error TEXT         NULL,
    UNIQUE KEY one_letter_each (score_date, version, recipient),
    KEY unsent (sent_at, queued_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
