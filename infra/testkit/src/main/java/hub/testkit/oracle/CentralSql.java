package hub.testkit.oracle;

import java.util.function.UnaryOperator;

/**
 * The Central day in plain SQL: daylight saving time lasts from 02:00 of the second Sunday in March to 02:00 of the first
 * Sunday in November. Neither the zone tables of the server nor those of Java take part, so a mistake in either shows.
 * Holds for the years since 2007.
 *
 * <p>Expands, in a statement: {@code DAY_START(date)}, the UTC instant at which the Central day begins; {@code
 * CENTRAL_TIME(instant)}, what a Chicago clock shows; {@code CENTRAL_DATE(instant)}, the day it shows.
 */
final class CentralSql {

    private CentralSql() {}

    static String expand(String sql) {
        String expanded = replaceCalls(sql, "CENTRAL_DATE", t -> "DATE(" + centralTime(t) + ")");
        expanded = replaceCalls(expanded, "CENTRAL_TIME", CentralSql::centralTime);
        return replaceCalls(expanded, "DAY_START", CentralSql::dayStart);
    }

    private static String dayStart(String date) {
        return "(TIMESTAMP(%s) + INTERVAL IF(%s > %s AND %s <= %s, 5, 6) HOUR)"
                .formatted(date, date, spring(date), date, autumn(date));
    }

    private static String centralTime(String t) {
        return "(%s - INTERVAL IF(%s >= TIMESTAMP(%s, '08:00:00') AND %s < TIMESTAMP(%s, '07:00:00'), 5, 6) HOUR)"
                .formatted(t, t, spring(t), t, autumn(t));
    }

    /** The second Sunday in March is the first one from the 8th on. */
    private static String spring(String t) {
        return firstSundayFrom(t, "03-08");
    }

    private static String autumn(String t) {
        return firstSundayFrom(t, "11-01");
    }

    private static String firstSundayFrom(String t, String monthAndDay) {
        String from = "CAST(CONCAT(YEAR(%s), '-%s') AS DATE)".formatted(t, monthAndDay);
        return "(%s + INTERVAL (8 - DAYOFWEEK(%s)) %% 7 DAY)".formatted(from, from);
    }

    private static String replaceCalls(String sql, String name, UnaryOperator<String> expansion) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = sql.indexOf(name + "("); at >= 0; at = sql.indexOf(name + "(", from)) {
            int open = at + name.length();
            int close = closing(sql, open);
            out.append(sql, from, at).append(expansion.apply("(" + sql.substring(open + 1, close) + ")"));
            from = close + 1;
        }
        return out.append(sql, from, sql.length()).toString();
    }

    private static int closing(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i++) {
            if (sql.charAt(i) == '(') {
                depth++;
            } else if (sql.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no closing bracket after: " + sql.substring(open));
    }
}
