package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class StoredParityUnderLoadRealServersIT extends ParityUnderLoadContract {

    StoredParityUnderLoadRealServersIT() {
        super(ScoreMode.STORED);
    }

    @Override
    Servers servers() {
        return Servers.real();
    }
}
