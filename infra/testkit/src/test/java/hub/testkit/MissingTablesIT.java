package hub.testkit;

import hub.testkit.servers.Servers;

class MissingTablesIT extends MissingTablesContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
