package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class ParityAuditRealServersIT extends ParityAuditContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
