package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class ShutdownRealServersIT extends ShutdownContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
