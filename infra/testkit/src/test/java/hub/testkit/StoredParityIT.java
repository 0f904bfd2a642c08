package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.Servers;

class StoredParityIT extends OracleParityContract {

    StoredParityIT() {
        super(ScoreMode.STORED);
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
