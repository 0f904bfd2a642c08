package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.Servers;

class StoredParityUnderLoadIT extends ParityUnderLoadContract {

    StoredParityUnderLoadIT() {
        super(ScoreMode.STORED);
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
