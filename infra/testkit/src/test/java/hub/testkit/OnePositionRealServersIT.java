package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class OnePositionRealServersIT extends OnePositionContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
