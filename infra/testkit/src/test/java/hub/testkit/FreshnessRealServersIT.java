package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class FreshnessRealServersIT extends FreshnessContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
