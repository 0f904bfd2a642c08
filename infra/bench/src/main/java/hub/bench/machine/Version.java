package hub.bench.machine;

import io.debezium.engine.DebeziumEngine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is measured: which source, and which engine. */
public final class Version {

    private static final int PATIENCE_SECONDS = 10;

    private Version() {}

    /** The commit that is checked out where this runs from, else the version of its jar. */
    public static String ofThis() {
        return commit().orElseGet(() -> "version " + implementation(Version.class));
    }

    public static String ofDebezium() {
        return implementation(DebeziumEngine.class);
    }

    private static String implementation(Class<?> of) {
        String version = of.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private static Optional<String> commit() {
        return git("rev-parse", "--short=12", "HEAD")
                .map(commit -> commit
                        + git("status", "--porcelain", "--untracked-files=no")
                                .filter(changed -> !changed.isEmpty())
                                .map(changed -> ", with changes that are not committed")
                                .orElse(""));
    }

    /** What git prints; empty if it fails, or is not there. */
    private static Optional<String> git(String... arguments) {
        try {
            Path code = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            ProcessBuilder builder = new ProcessBuilder("git");
            builder.command().addAll(List.of(arguments));
            builder.directory(code.resolveSibling(".").toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
            Process git = builder.start();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean worked = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
            return worked ? Optional.of(printed) : Optional.empty();
        } catch (IOException | URISyntaxException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
