package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.Servers;

class LiveParityUnderLoadIT extends ParityUnderLoadContract {

    LiveParityUnderLoadIT() {
        super(ScoreMode.LIVE);
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
