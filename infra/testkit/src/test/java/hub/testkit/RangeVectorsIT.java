package hub.testkit;

import hub.testkit.servers.Servers;

class RangeVectorsIT extends RangeVectorsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
