package hub.testkit.hub;

import hub.app.cli.HubCommand;
import hub.projections.view.ScoreMode;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.StoreServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of {@code ./hub} on the servers of a test.
 *
 * @param exit what the process would have ended with
 * @param output both streams
 */
public record HubCli(int exit, String output) {

    public static HubCli run(SourceDatabase database, StoreServer store, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        HubSettings.of(database, store, ScoreMode.LIVE, TestKey.random(), 0)
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        StringWriter output = new StringWriter();
        int exit = HubCommand.run(new PrintWriter(output, true), arguments.toArray(String[]::new));
        return new HubCli(exit, output.toString());
    }
}
