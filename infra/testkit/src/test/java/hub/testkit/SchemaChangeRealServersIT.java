package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class SchemaChangeRealServersIT extends SchemaChangeContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
