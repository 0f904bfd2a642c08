package hub.testkit.oracle;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class OracleRealServersIT extends OracleContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
