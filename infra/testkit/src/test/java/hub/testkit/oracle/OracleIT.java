package hub.testkit.oracle;

import hub.testkit.servers.Servers;

class OracleIT extends OracleContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
