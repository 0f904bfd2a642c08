package hub.testkit;

import hub.testkit.servers.Servers;

class JobsIT extends JobsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
