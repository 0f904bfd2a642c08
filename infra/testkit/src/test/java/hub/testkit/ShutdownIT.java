package hub.testkit;

import hub.testkit.servers.Servers;

class ShutdownIT extends ShutdownContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
