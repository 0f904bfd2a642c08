package hub.testkit.oracle;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class CentralSqlRealServersIT extends CentralSqlContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
