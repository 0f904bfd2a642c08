package hub.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The input of {@code mariadbd --bootstrap}: MariaDB's own scripts, less its help texts and its sys schema. */
final class SystemTables {

    static final List<String> SCRIPTS = List.of(
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql",
            "share/maria_add_gis_sp_bootstrap.sql");

    // The bootstrap reads one statement per line.
    private static final String PRELUDE = """
            create database mysql;
            use mysql;
            set @auth_root_socket=NULL;
            set @skip_auth_anonymous=1;
            set @current_hostname='localhost';
            """;

    private SystemTables() {}

    static void writeScript(Path base, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            out.write(PRELUDE.getBytes(StandardCharsets.UTF_8));
            for (String script : SCRIPTS) {
                Files.copy(base.resolve(script), out);
            }
        }
    }
}
