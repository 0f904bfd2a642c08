package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.Servers;

class LiveParityIT extends OracleParityContract {

    LiveParityIT() {
        super(ScoreMode.LIVE);
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
