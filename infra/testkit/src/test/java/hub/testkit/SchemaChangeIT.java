package hub.testkit;

import hub.testkit.servers.Servers;

class SchemaChangeIT extends SchemaChangeContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
