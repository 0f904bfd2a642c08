package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class RangeVectorsRealServersIT extends RangeVectorsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
