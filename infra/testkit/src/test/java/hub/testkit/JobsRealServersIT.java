package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class JobsRealServersIT extends JobsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
