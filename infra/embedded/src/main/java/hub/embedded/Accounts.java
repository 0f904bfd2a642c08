package hub.embedded;

/** The accounts of an embedded MariaDB, and the statements that make them. */
record Accounts(Account service, Account writer, Account root) {

    static Accounts random() {
        return new Accounts(
                new Account("hub", Passwords.next()),
                new Account("writer", Passwords.next()),
                new Account("root", Passwords.next()));
    }

    /** For {@code --init-file}: one statement per line. */
    String sql(String database) {
        return """
                SET sql_log_bin = 0;
                CREATE DATABASE `%1$s`;
                CREATE USER 'hub'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT REPLICATION SLAVE, BINLOG MONITOR, RELOAD ON *.* TO 'hub'@'127.0.0.1';
                GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, LOCK TABLES ON `%1$s`.* TO 'hub'@'127.0.0.1';
                CREATE USER 'writer'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON `%1$s`.* TO 'writer'@'127.0.0.1';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%4$s';
                CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '%4$s';
                GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(database, service.password(), writer.password(), root.password());
    }
}
