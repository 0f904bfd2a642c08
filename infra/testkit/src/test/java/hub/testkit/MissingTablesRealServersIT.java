package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class MissingTablesRealServersIT extends MissingTablesContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
