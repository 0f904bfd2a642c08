package hub.projections.store;

/**
 * Where in its source's history a change stands, as the source prints it. Never sorted: the service only asks whether
 * one position contains another, and only where the source defines that.
 */
public sealed interface SourcePosition {

    /** As printed in answers, in one line; parseable by {@link #parse}. */
    String text();

    /** MySQL's executed GTID set. MySQL prints a long one in several lines, which are joined here. */
    record MysqlGtids(String set) implements SourcePosition {

        public MysqlGtids {
            set = set.replace("\n", "");
        }

        @Override
        public String text() {
            return "mysql-gtid:" + set;
        }
    }

    /** MariaDB's GTID position: one GTID per replication domain. */
    record MariadbGtids(String position) implements SourcePosition {
        @Override
        public String text() {
            return "mariadb-gtid:" + position;
        }
    }

    /** A binlog file and offset of one server, for sources without GTIDs. */
    record BinlogFile(String file, long offset) implements SourcePosition {
        @Override
        public String text() {
            return "binlog:" + file + ":" + offset;
        }
    }

    /** Before anything was read. */
    record None() implements SourcePosition {
        @Override
        public String text() {
            return "none";
        }
    }

    SourcePosition NONE = new None();

    /**
     * The inverse of {@link #text()}.
     *
     * @throws IllegalArgumentException if {@code text} is not a printed position
     */
    static SourcePosition parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        int colon = text.indexOf(':');
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "mysql-gtid" -> new MysqlGtids(rest);
            case "mariadb-gtid" -> new MariadbGtids(rest);
            case "binlog" -> {
                int last = rest.lastIndexOf(':');
                if (last < 1) {
                    throw new IllegalArgumentException("not a position: " + text);
                }
                yield new BinlogFile(rest.substring(0, last), Long.parseLong(rest.substring(last + 1)));
            }
            default -> throw new IllegalArgumentException("not a position: " + text);
        };
    }
}
