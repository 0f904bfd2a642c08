package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class KillRealServersIT extends KillContract {

    @Override
    int rounds() {
        return 20;
    }

    @Override
    Servers servers() {
        return Servers.real();
    }
}
