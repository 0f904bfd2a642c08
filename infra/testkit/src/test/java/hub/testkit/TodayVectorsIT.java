package hub.testkit;

import hub.testkit.servers.Servers;

class TodayVectorsIT extends TodayVectorsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
