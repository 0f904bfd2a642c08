package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class AuditRealServersIT extends AuditContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
