package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class RecoveryRealServersIT extends RecoveryContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
