package hub.scheduler.week;

import hub.mysql.MysqlSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** An {@link Instance} as its parent holds it: can be killed, stopped and woken. Used by one thread. */
final class Child implements AutoCloseable {

    private final String name;
    private final Process process;
    private volatile Told last = Told.NOTHING;
    private int told;
    private boolean stopped;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    static Child start(
            String name,
            MysqlSettings mysql,
            String redisHost,
            int redisPort,
            long offsetMinutes,
            int mailPort,
            int connecteamPort)
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
                Integer.toString(mailPort),
                Integer.toString(connecteamPort));
        File log = new File("target/week-" + name + ".log");
        return new Child(
                name,
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log))
                        .start());
    }

    String name() {
        return name;
    }

    void tell(Instant now) {
        if (!stopped) {
            send("at " + now);
            told++;
        }
    }

    /** The next run of {@code job} is to stay there. */
    void hold(String job, Hold.Place place) {
        send("hold " + job + " " + place);
    }

    void letGo() {
        send("go");
    }

    Told last() {
        return last;
    }

    boolean isStopped() {
        return stopped;
    }

    /** How often it was told the time and has not looked yet. */
    int behind() {
        return told - last.looks();
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

    private void send(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the instance has ended by itself; see target/week-*.log", e);
        }
    }

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                last = Told.parse(line);
            }
        } catch (IOException | UncheckedIOException killed) {
            // What it said last remains.
        }
    }

    private void signal(String what) {
        try {
            new ProcessBuilder("kill", "-" + what, Long.toString(process.pid()))
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
