package hub.testkit;

import hub.testkit.servers.Servers;

class FreshnessIT extends FreshnessContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
