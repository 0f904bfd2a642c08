package hub.testkit;

import hub.testkit.servers.Servers;

class ParityAuditIT extends ParityAuditContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
