package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class ReadAfterRealServersIT extends ReadAfterContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
