package hub.testkit.oracle;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class StatementsRealServersIT extends StatementsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
