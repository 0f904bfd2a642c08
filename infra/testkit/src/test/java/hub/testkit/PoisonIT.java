package hub.testkit;

import hub.testkit.servers.Servers;

class PoisonIT extends PoisonContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
