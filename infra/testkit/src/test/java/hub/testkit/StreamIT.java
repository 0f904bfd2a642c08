package hub.testkit;

import hub.testkit.servers.Servers;

class StreamIT extends StreamContract {

    StreamIT() {
        super(50);
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
