package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class StreamRealServersIT extends StreamContract {

    StreamRealServersIT() {
        super(500);
    }

    @Override
    Servers servers() {
        return Servers.real();
    }
}
