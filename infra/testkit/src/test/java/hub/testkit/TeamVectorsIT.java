package hub.testkit;

import hub.testkit.servers.Servers;

class TeamVectorsIT extends TeamVectorsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
