package hub.app.cli;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.app.log.LogFormat;
import hub.app.roles.Server;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        header = "Runs the service against a MySQL and a Redis that are there already.",
        description = {
            "Runs the service against a MySQL and a Redis that are there already. Looks at both first and lists everything that",
            "does not fit, before anything is written; a server that is merely away is waited for. In MySQL it creates and",
            "alters only its own tables, whose names begin with hub_."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--roles",
            paramLabel = "ROLE[,…]",
            description = "ingest, query, scheduler; short for --hub.roles. Default: all of them.")
    private @Nullable String roles;

    @Option(names = "--port", paramLabel = "PORT", description = "Short for --server.port.")
    private @Nullable String port;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() {
        Map<String, String> shorthand = new HashMap<>();
        if (roles != null) {
            shorthand.put(Properties.ROLES.name(), roles);
        }
        if (port != null) {
            shorthand.put(Properties.PORT.name(), port);
        }
        Settings read = settings.read(shorthand);
        LogFormat.use(read);
        try (Server server = Server.start(read)) {
            Farewell.atTheEnd(server::close);
            server.awaitEnd();
        }
        return Exit.OK;
    }
}
