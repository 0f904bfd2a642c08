package hub.testkit.oracle;

import hub.testkit.servers.Servers;

class CentralSqlIT extends CentralSqlContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
