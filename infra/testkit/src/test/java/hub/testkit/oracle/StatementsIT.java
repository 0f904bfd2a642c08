package hub.testkit.oracle;

import hub.testkit.servers.Servers;

class StatementsIT extends StatementsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
