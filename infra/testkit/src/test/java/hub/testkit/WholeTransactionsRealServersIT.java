package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class WholeTransactionsRealServersIT extends WholeTransactionsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
