package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.HubProcess.Ended;
import hub.testkit.hub.Parity;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Row 10h, as users run it: the threads that read the stream hang, as a debugger makes them, so that closing the engine hangs,
 * too. The canary that does not come back is noticed, and the process ends by itself, for its supervisor. Named so that no
 * build runs it.
 */
class HungProcess {

    /** Three seconds until the watchdog bites, 30 for the engine to end, and as much again for a busy machine. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);

    private static final int FOR_ITS_SUPERVISOR = 70;

    @Test
    void endsByItselfAndItsSuccessorGoesOn() throws Exception {
        int debugger = freePort();
        LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
        try (RealBench real = RealBench.start()) {
            Servers servers = real.servers();
            SourceDatabase database = servers.source().freshDatabase("hung");
            Map<String, String> settings = Map.of("hub.watchdog.seconds", "1");
            try (Scenario db = new Scenario(database);
                    HubProcess hub = HubProcess.start(
                            database,
                            servers.store(),
                            ScoreMode.LIVE,
                            settings,
                            List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:"
                                    + debugger))) {
                db.roles();
                db.employees(1);
                new CaughtUp(db, hub.dashboard()).leaderboard(today);

                VirtualMachine machine = attach(debugger);
                assertThat(hang(machine)).as("threads that read the stream").hasSizeGreaterThanOrEqualTo(2);
                db.activity(Activity.qcPassed(7).by(1));
                Ended ended = hub.awaitEnd(ENDS_WITHIN);
                System.out.println("the process ended by itself after " + ended);
                assertThat(ended.exitCode()).isEqualTo(FOR_ITS_SUPERVISOR);

                try (HubProcess next = HubProcess.start(database, servers.store(), ScoreMode.LIVE, settings)) {
                    new Parity(new CaughtUp(db, next.dashboard()), new Oracle(db.connection()), ScoreMode.LIVE)
                            .assertHolds(today);
                    assertThat(next.dashboard().leaderboard(today).header("Hub-Generation"))
                            .contains("1");
                }
            }
        }
    }

    private static List<String> hang(VirtualMachine machine) {
        List<ThreadReference> reading = machine.allThreads().stream()
                .filter(thread ->
                        thread.name().startsWith("engine-g1") || thread.name().startsWith("blc-"))
                .toList();
        reading.forEach(ThreadReference::suspend);
        return reading.stream().map(ThreadReference::name).toList();
    }

    private static VirtualMachine attach(int port) throws IOException, IllegalConnectorArgumentsException {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        return sockets.attach(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
