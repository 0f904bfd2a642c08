package hub.scheduler.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement with parameters like {@code :day}. Instants are bound as UTC. */
public final class NamedSql {

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern PARAMETER = Pattern.compile(":([a-z_]+)");

    private final String text;
    private final List<String> names = new ArrayList<>();

    public NamedSql(String sql) {
        Matcher found = PARAMETER.matcher(COMMENT.matcher(sql).replaceAll(""));
        StringBuilder plain = new StringBuilder();
        while (found.find()) {
            names.add(found.group(1));
            found.appendReplacement(plain, "?");
        }
        text = found.appendTail(plain).toString();
    }

    /** The statement in the resource of that name beside {@code owner}. */
    public static NamedSql resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name + " beside " + owner.getName());
            }
            return new NamedSql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ready to be executed; to be closed by the caller. */
    public PreparedStatement prepare(Connection connection, Map<String, ?> values) throws SQLException {
        PreparedStatement sql = connection.prepareStatement(text);
        for (int i = 0; i < names.size(); i++) {
            Object value = values.get(names.get(i));
            if (value == null) {
                sql.close();
                throw new IllegalArgumentException("the parameter :" + names.get(i) + " has no value");
            }
            sql.setObject(
                    i + 1, value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
        return sql;
    }
}
