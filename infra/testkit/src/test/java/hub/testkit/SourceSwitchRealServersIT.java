package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class SourceSwitchRealServersIT extends SourceSwitchContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
