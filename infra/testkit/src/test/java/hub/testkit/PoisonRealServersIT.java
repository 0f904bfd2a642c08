package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class PoisonRealServersIT extends PoisonContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
