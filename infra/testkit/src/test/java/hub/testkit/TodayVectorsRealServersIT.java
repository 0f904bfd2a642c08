package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;

@RequiresRealServers
class TodayVectorsRealServersIT extends TodayVectorsContract {

    @Override
    Servers servers() {
        return Servers.real();
    }
}
