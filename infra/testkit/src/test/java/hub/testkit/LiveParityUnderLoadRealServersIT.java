package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import org.junit.jupiter.api.Test;

@RequiresRealServers
class LiveParityUnderLoadRealServersIT extends ParityUnderLoadContract {

    LiveParityUnderLoadRealServersIT() {
        super(ScoreMode.LIVE);
    }

    @Override
    Servers servers() {
        return Servers.real();
    }

    @Test
    void whoIsIdleByTheClock() {
        theHoursOfIdlenessComeAndGo();
    }
}
