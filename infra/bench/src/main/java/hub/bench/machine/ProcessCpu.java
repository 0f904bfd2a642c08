package hub.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The CPU seconds of a server process on this machine, its threads together, as Linux counts them. */
public final class ProcessCpu {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    private ProcessCpu() {}

    /** The database server that listens on {@code port}, or that runs in a container of that host name. */
    public static OptionalLong database(int port, String hostname) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (isDatabase(process, port, hostname)) {
                    return OptionalLong.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    private static boolean isDatabase(Path process, int port, String hostname) {
        try {
            String program = Files.readString(process.resolve("comm")).strip();
            if (!program.equals("mysqld") && !program.equals("mariadbd")) {
                return false;
            }
            String arguments = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return arguments.contains("--port=" + port + "\0")
                    || Files.readString(process.resolve("root/etc/hostname"))
                            .strip()
                            .equals(hostname);
        } catch (IOException goneOrForbidden) {
            return false;
        }
    }

    /** So far; NaN if there is no such process. */
    public static double seconds(OptionalLong pid) {
        if (pid.isEmpty()) {
            return Double.NaN;
        }
        try {
            String stat = Files.readString(PROC.resolve(pid.getAsLong() + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return Double.NaN;
        }
    }
}
