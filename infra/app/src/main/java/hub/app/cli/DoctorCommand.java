package hub.app.cli;

import hub.app.roles.Doctor;
import hub.app.roles.Findings;
import hub.ingest.RecoveryPlan;
import hub.projections.store.StoreUnavailable;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        header = "Says what the source and Redis lack, and writes nothing.",
        description = {
            "Lists every setting, right and table of the source, and every setting of Redis, with which serve would refuse to",
            "start or would pay a price, and what to do about it; what the jobs lack; then the indexes that would help, as advice.",
            "If the stream cannot be continued: what happened, and what each way out costs.",
            "Exit code 0 if serve could start, 1 if its stream needs a decision, 2 if it could not start."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--grants",
            description = "Prints the statements that give each MySQL user its least rights, and ends.")
    private boolean grants;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Doctor doctor = new Doctor(settings.read(Map.of()));
        if (grants) {
            doctor.grants().forEach(out::println);
            return Exit.OK;
        }
        Findings source = doctor.source();
        show(out, "Source " + doctor.sourceName(), source);
        Findings redis = doctor.redis();
        show(out, "Redis", redis);
        show(out, "Jobs", doctor.jobs());
        if (source.away().isEmpty()) {
            adviseIndexes(out, doctor);
        }
        boolean decided = !source.away().isEmpty() || !redis.away().isEmpty() || showRecovery(out, doctor);
        if (!mayStart(source) || !mayStart(redis)) {
            return Exit.REFUSED;
        }
        return decided ? Exit.OK : Exit.FAILED;
    }

    /** Whether nothing has to be decided. */
    private static boolean showRecovery(PrintWriter out, Doctor doctor) {
        try {
            Optional<RecoveryPlan> plan = doctor.recovery();
            plan.ifPresent(found -> show(out, found, doctor.rebuildsByItself()));
            return plan.isEmpty() || doctor.rebuildsByItself();
        } catch (SQLException | StoreUnavailable e) {
            out.println("Stream: cannot be looked at: " + e.getMessage());
            return true;
        }
    }

    private static void show(PrintWriter out, RecoveryPlan plan, boolean byItself) {
        out.println("Stream of " + plan.generation() + ": rebuild-required");
        out.println("  happened " + plan.happened());
        out.println("  answers  stay at " + plan.position() + " and say stale");
        for (RecoveryPlan.WayOut way : plan.waysOut()) {
            out.println("  way out  " + way.action());
            out.println("           " + way.cost());
        }
        out.println(
                byItself
                        ? "  policy   hub.recovery=rebuild: serve rebuilds by itself"
                        : "  policy   hub.recovery=manual: serve waits for one of these");
    }

    private static boolean mayStart(Findings findings) {
        return findings.problems().isEmpty() && findings.away().isEmpty();
    }

    private static void show(PrintWriter out, String name, Findings findings) {
        out.println(name + (mayStart(findings) ? ": fit" : ": not fit"));
        list(out, "PROBLEM  ", findings.problems());
        list(out, "AWAY     ", findings.away());
        list(out, "warning  ", findings.warnings());
    }

    private static void list(PrintWriter out, String mark, List<String> lines) {
        lines.forEach(line -> out.println("  " + mark + line));
    }

    private static void adviseIndexes(PrintWriter out, Doctor doctor) {
        try {
            List<String> missing = doctor.missingIndexes();
            out.println(
                    missing.isEmpty()
                            ? "Indexes: none is missing on the tables that exist"
                            : "Indexes that would help (serve never creates them):");
            missing.forEach(statement -> out.println("  " + statement + ";"));
        } catch (SQLException e) {
            out.println("Indexes: cannot be looked at: " + e.getMessage());
        }
    }
}
