package hub.testkit;

import hub.testkit.servers.Servers;

class HealthyReadsIT extends HealthyReadsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
