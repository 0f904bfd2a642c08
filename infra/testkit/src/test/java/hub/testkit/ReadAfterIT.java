package hub.testkit;

import hub.testkit.servers.Servers;

class ReadAfterIT extends ReadAfterContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
