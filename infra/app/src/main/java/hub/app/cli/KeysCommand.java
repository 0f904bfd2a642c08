package hub.app.cli;

import hub.app.config.UsageError;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        header = "Makes API keys.",
        subcommands = KeysCommand.New.class,
        synopsisSubcommandLabel = "new",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "new",
            description = {
                "Makes a key and prints two lines: key=… for its user, shown this once and stored nowhere, and",
                "config=… to append, after a comma, to hub.api.keys (HUB_API_KEYS) of every process with the role query."
            },
            mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--id",
                required = true,
                paramLabel = "NAME",
                description = "Names the key in logs: a-z, 0-9 and -, at most 32.")
        private String id = "";

        @Option(
                names = "--scopes",
                defaultValue = "read",
                paramLabel = "SCOPE[,…]",
                description = "What it may do: read, cost:read, employee:read, ops, replay. Default: ${DEFAULT-VALUE}.")
        private String scopes = "";

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try {
                NewApiKey made = NewApiKey.generate(id, Scope.parse(scopes), new SecureRandom());
                out.println("key=" + made.key());
                out.println("config=" + made.config());
                return Exit.OK;
            } catch (IllegalArgumentException e) {
                throw new UsageError(String.valueOf(e.getMessage()));
            }
        }
    }
}
