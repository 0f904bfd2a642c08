package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class SecretsNeverStreamRealServersIT extends SecretsNeverStreamContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
