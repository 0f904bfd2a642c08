package hub.testkit;

import hub.testkit.servers.Servers;

class SourceSwitchIT extends SourceSwitchContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
