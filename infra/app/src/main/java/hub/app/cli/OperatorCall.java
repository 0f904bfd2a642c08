package hub.app.cli;

import hub.app.operator.OperationFailed;
import hub.app.operator.Operations;
import hub.app.operator.ProgressLine;
import hub.app.roles.RedisSession;
import hub.projections.store.StoreUnavailable;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Runs one operation against the Redis that the settings name. */
final class OperatorCall {

    interface Operation {
        void run(Operations operations) throws InterruptedException;
    }

    private OperatorCall() {}

    static int run(CommandSpec spec, SettingsOptions settings, Operation operation) throws InterruptedException {
        try (RedisSession redis = new RedisSession(settings.read(Map.of()))) {
            ProgressLine progress = new ProgressLine(spec.commandLine().getOut(), Terminal.isPresent());
            operation.run(new Operations(redis.store(), redis.control(), progress, Clock.systemUTC()));
            return Exit.OK;
        } catch (OperationFailed | StoreUnavailable e) {
            spec.commandLine().getErr().println("hub: " + e.getMessage());
            return Exit.FAILED;
        }
    }
}
