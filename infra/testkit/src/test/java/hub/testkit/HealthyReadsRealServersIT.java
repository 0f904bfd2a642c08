package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class HealthyReadsRealServersIT extends HealthyReadsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
