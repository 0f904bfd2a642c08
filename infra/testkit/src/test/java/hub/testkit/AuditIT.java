package hub.testkit;

import hub.testkit.servers.Servers;

class AuditIT extends AuditContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
