package hub.app.cli;

import hub.app.operator.JobRuns;
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

    interface JobOperation {
        void run(JobRuns jobs) throws InterruptedException;
    }

    private OperatorCall() {}

    static int jobs(CommandSpec spec, SettingsOptions settings, JobOperation operation) throws InterruptedException {
        return call(
                spec,
                settings,
                (redis, progress) -> operation.run(new JobRuns(redis.jobs(), progress, Clock.systemUTC())));
    }

    static int run(CommandSpec spec, SettingsOptions settings, Operation operation) throws InterruptedException {
        return call(
                spec,
                settings,
                (redis, progress) ->
                        operation.run(new Operations(redis.store(), redis.control(), progress, Clock.systemUTC())));
    }

    private interface Session {
        void use(RedisSession redis, ProgressLine progress) throws InterruptedException;
    }

    private static int call(CommandSpec spec, SettingsOptions settings, Session session) throws InterruptedException {
        try (RedisSession redis = new RedisSession(settings.read(Map.of()))) {
            ProgressLine progress = new ProgressLine(spec.commandLine().getOut(), Terminal.isPresent());
            session.use(redis, progress);
            return Exit.OK;
        } catch (OperationFailed | StoreUnavailable e) {
            spec.commandLine().getErr().println("hub: " + e.getMessage());
            return Exit.FAILED;
        }
    }
}
