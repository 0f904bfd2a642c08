package hub.testkit;

import hub.testkit.servers.Servers;

class OnePositionIT extends OnePositionContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
