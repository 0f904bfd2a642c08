package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class ErrorsRealServersIT extends ErrorsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
