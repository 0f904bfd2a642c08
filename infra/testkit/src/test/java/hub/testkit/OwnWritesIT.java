package hub.testkit;

import hub.testkit.servers.Servers;

class OwnWritesIT extends OwnWritesContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
