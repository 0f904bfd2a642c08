package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class VectorsRealServersIT extends VectorsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
