package hub.testkit;

import hub.testkit.servers.Servers;

class ErrorsIT extends ErrorsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
