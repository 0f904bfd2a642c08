package hub.testkit;

import hub.testkit.servers.Servers;

class KillIT extends KillContract {

    @Override
    int rounds() {
        return 5;
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
