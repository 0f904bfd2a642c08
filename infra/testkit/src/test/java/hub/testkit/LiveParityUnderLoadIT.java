package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.Servers;
import org.junit.jupiter.api.Test;

class LiveParityUnderLoadIT extends ParityUnderLoadContract {

    LiveParityUnderLoadIT() {
        super(ScoreMode.LIVE);
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Test
    void whoIsIdleByTheClock() {
        theHoursOfIdlenessComeAndGo();
    }
}
