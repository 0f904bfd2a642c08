package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class TeamVectorsRealServersIT extends TeamVectorsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
