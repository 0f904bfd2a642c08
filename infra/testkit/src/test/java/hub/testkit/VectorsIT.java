package hub.testkit;

import hub.testkit.servers.Servers;

class VectorsIT extends VectorsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
