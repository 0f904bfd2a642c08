package hub.testkit;

import hub.testkit.servers.Servers;

class RecoveryIT extends RecoveryContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
