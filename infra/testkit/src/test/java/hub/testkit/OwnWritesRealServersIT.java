package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class OwnWritesRealServersIT extends OwnWritesContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
