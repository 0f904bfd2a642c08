package hub.scheduler.week;

import hub.mysql.MysqlSettings;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** An {@link Instance} as its parent holds it: can be killed, stopped and woken. */
final class Child implements AutoCloseable {

    private final Process process;
    private boolean stopped;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(
            String name, MysqlSettings mysql, String redisHost, int redisPort, long offsetMinutes, int mailPort)
            throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                Instance.class.getName(),
                name,
                mysql.host(),
                Integer.toString(mysql.port()),
                mysql.database(),
                mysql.username(),
                mysql.password(),
                redisHost,
                Integer.toString(redisPort),
                Long.toString(offsetMinutes),
                Integer.toString(mailPort));
        File log = new File("target/week-" + name + ".log");
        return new Child(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start());
    }

    void tell(Instant now) {
        if (stopped) {
            return;
        }
        try {
            OutputStream input = process.getOutputStream();
            input.write((now + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the instance has ended by itself; see target/week-*.log", e);
        }
    }

    /** As the operating system does: between two instructions, whatever it holds. */
    void stop() {
        signal("STOP");
        stopped = true;
    }

    void wake() {
        signal("CONT");
        stopped = false;
    }

    /** Without a chance to say goodbye. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
