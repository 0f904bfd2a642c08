package hub.app.cli;

import hub.app.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The ways to give settings, the same for every command that takes any. */
final class SettingsOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A properties file. Flags and environment variables win over it.")
    private @Nullable Path file;

    @Option(
            names = "--redis",
            paramLabel = "HOST:PORT",
            description = "Short for --spring.data.redis.host=HOST --spring.data.redis.port=PORT.")
    private @Nullable String redis;

    @Parameters(arity = "0..*", paramLabel = "--NAME=VALUE", description = "Any setting; hub --help lists them.")
    private List<String> flags = new ArrayList<>();

    /** For a command whose first argument is no setting: the parser hands it over here, too. */
    void leaveOut(String first) {
        flags.remove(first);
    }

    /** Everything given, with {@code more} over it. */
    Settings read(Map<String, String> more) {
        return Settings.read(flags, file).with(shorthand()).with(more);
    }

    private Map<String, String> shorthand() {
        return redis == null ? Map.of() : HostAndPort.parse("--redis", redis).asRedis();
    }
}
