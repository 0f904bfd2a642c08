package hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardIT {

    @Test
    void killsTheServersOfAJvmThatWasKilled() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = jvm.inputReader()) {
            Path directory = Path.of(out.readLine());
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(server.isAlive()).isTrue();

            jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (Files.exists(directory)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    /** Starts a server, says where and which, and waits to be killed. */
    static final class Main {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Workspace workspace = Workspace.create();
            Process server = workspace.start(
                    new ProcessBuilder("/bin/sleep", "600"),
                    workspace.directory().resolve("log"));
            System.out.println(workspace.directory());
            System.out.println(server.pid());
            server.waitFor();
        }
    }
}
