package hub.testkit.faults;

import java.util.ArrayList;
import java.util.List;

/** Some 200 statements of a schema's life that are hard to read, each on its own, all on tables that nobody captures. */
final class OddStatements {

    private static final List<String> KINDS = List.of(
            "CREATE TABLE odd_one (id INT PRIMARY KEY, v JSON, g GEOMETRY)",
            "ALTER TABLE odd_one ADD KEY k ((id + 1))",
            "ALTER TABLE odd_one ADD COLUMN x INT DEFAULT (1 + 1)",
            "ALTER TABLE odd_one ADD COLUMN y INT GENERATED ALWAYS AS (id * 2) STORED",
            "ALTER TABLE odd_one ADD COLUMN z INT INVISIBLE",
            "ALTER TABLE odd_one ADD CONSTRAINT positive CHECK (id > 0)",
            "ALTER TABLE odd_one ALTER COLUMN x SET DEFAULT 3, ALGORITHM = INSTANT",
            "CREATE TABLE odd_parts (id INT, at DATE) PARTITION BY RANGE (YEAR(at)) (PARTITION p0 VALUES LESS THAN (2026),"
                    + " PARTITION p1 VALUES LESS THAN MAXVALUE)",
            "ALTER TABLE odd_parts REORGANIZE PARTITION p1 INTO (PARTITION p1 VALUES LESS THAN (2030), PARTITION p2 VALUES"
                    + " LESS THAN MAXVALUE)",
            "CREATE TABLE `odd ``quoted`` 😀` (`a b` INT COMMENT 'it''s; -- odd /* */')",
            "CREATE TABLE odd_text (t TEXT, FULLTEXT KEY f (t)) COMMENT 'ALTER TABLE activity'",
            "CREATE VIEW odd_view AS SELECT ROW_NUMBER() OVER (ORDER BY id) AS n FROM odd_one",
            "CREATE FUNCTION odd_function () RETURNS INT DETERMINISTIC NO SQL RETURN 1",
            "CREATE PROCEDURE odd_procedure () BEGIN DECLARE x INT; SET x = 1; END",
            "CREATE TRIGGER odd_trigger BEFORE INSERT ON odd_one FOR EACH ROW SET NEW.x = 1",
            "CREATE EVENT odd_event ON SCHEDULE EVERY 1 YEAR DO SELECT 1",
            "CREATE USER IF NOT EXISTS odd_user IDENTIFIED BY 'odd'",
            "CREATE TABLE odd_copy AS SELECT 1 AS one");

    /** Of columns, each of which is added, changed and dropped. */
    private static final List<String> TYPES = List.of(
            "BIT(7)",
            "TINYINT(1) UNSIGNED ZEROFILL",
            "BIGINT UNSIGNED",
            "DECIMAL(65, 30)",
            "FLOAT(7, 3)",
            "DOUBLE PRECISION",
            "REAL",
            "YEAR",
            "DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
            "TIMESTAMP NULL DEFAULT NULL",
            "TIME(3)",
            "NATIONAL VARCHAR(9)",
            "CHAR(3) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            "VARCHAR(9) CHARACTER SET latin1",
            "CHARACTER VARYING(9) COMMENT 'a ''quoted'' \"one\"; DROP TABLE x'",
            "VARBINARY(16) DEFAULT 0x00ff",
            "ENUM('a', 'b''c', ',', ')')",
            "SET('x', 'y;z')",
            "LONGTEXT",
            "LONG VARCHAR",
            "MEDIUMBLOB",
            "JSON",
            "POINT",
            "GEOMETRYCOLLECTION",
            "POLYGON",
            "INT DEFAULT (1 + RAND() * 2)",
            "INT GENERATED ALWAYS AS (id + 1) VIRTUAL",
            "VARCHAR(40) AS (CONCAT(id, '-', id)) STORED",
            "INT INVISIBLE",
            "INT CHECK (id <> 7)",
            "BOOLEAN NOT NULL DEFAULT FALSE",
            "DOUBLE DEFAULT 1e-3",
            "BIT(3) DEFAULT b'101'",
            "VARCHAR(9) DEFAULT _utf8mb4'ä'");

    /** Of one table, one after the other. */
    private static final List<String> ALTERATIONS = List.of(
            "ADD COLUMN a INT FIRST, ADD COLUMN b INT AFTER a, ALGORITHM = INPLACE, LOCK = NONE",
            "ADD COLUMN (d INT, e INT)",
            "RENAME COLUMN d TO `select`",
            "RENAME COLUMN `select` TO `ä ö`",
            "CHANGE COLUMN e `e e` BIGINT NOT NULL DEFAULT 3",
            "ALTER COLUMN b SET DEFAULT 4",
            "ALTER COLUMN b DROP DEFAULT",
            "MODIFY COLUMN b SMALLINT FIRST",
            "ADD UNIQUE KEY u (a, b)",
            "ADD INDEX h USING BTREE (b DESC) COMMENT 'x'",
            "ALTER INDEX h INVISIBLE",
            "RENAME INDEX h TO i",
            "DROP INDEX i",
            "ADD CONSTRAINT positive CHECK (a IS NULL OR a > 0)",
            "DROP CONSTRAINT positive",
            "COMMENT = 'ALTER TABLE activity_logs DROP COLUMN items_count'",
            "AUTO_INCREMENT = 1000",
            "ROW_FORMAT = DYNAMIC",
            "CONVERT TO CHARACTER SET utf8mb4",
            "DEFAULT CHARACTER SET latin1",
            "DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)",
            "DISABLE KEYS",
            "ENABLE KEYS",
            "FORCE",
            "ENGINE = InnoDB",
            "STATS_PERSISTENT = 1, MAX_ROWS = 1000",
            "ORDER BY id",
            "PARTITION BY HASH (id) PARTITIONS 3",
            "COALESCE PARTITION 1",
            "REMOVE PARTITIONING",
            "DROP COLUMN b, DROP COLUMN `e e`",
            "RENAME TO odd_renamed");

    private static final List<String> ENDS = List.of(
            "RENAME TABLE odd_text TO odd_texts",
            "DROP EVENT odd_event",
            "DROP PROCEDURE odd_procedure",
            "DROP FUNCTION odd_function",
            "DROP VIEW odd_view",
            "DROP USER odd_user",
            "DROP TABLE odd_copy, odd_one, odd_parts, odd_texts, `odd ``quoted`` 😀`");

    /** A server may refuse some. */
    static final List<String> ALL = all();

    private OddStatements() {}

    private static List<String> all() {
        List<String> all = new ArrayList<>(KINDS);
        StringBuilder dropped = new StringBuilder("DROP TABLE IF EXISTS odd_table, odd_renamed, odd_columns");
        all.add("CREATE TABLE odd_columns (id INT PRIMARY KEY)");
        for (int i = 0; i < TYPES.size(); i++) {
            String type = TYPES.get(i);
            // A name of its own for each: one that the server will not drop is in nobody's way.
            all.add("CREATE TABLE odd_" + i + " (id INT PRIMARY KEY, c " + type + ") /* c */");
            all.add("ALTER TABLE odd_columns ADD COLUMN c" + i + " " + type);
            all.add("ALTER TABLE odd_columns CHANGE COLUMN c" + i + " `c " + i + "` " + type);
            all.add("/* odd */ ALTER TABLE odd_columns DROP COLUMN `c " + i + "` -- end");
            dropped.append(", odd_").append(i);
        }
        all.add("CREATE TABLE odd_table (id INT PRIMARY KEY AUTO_INCREMENT)");
        ALTERATIONS.forEach(alteration -> all.add("ALTER TABLE odd_table " + alteration));
        all.add(dropped.toString());
        all.addAll(ENDS);
        return List.copyOf(all);
    }
}
