package hub.testkit;

import hub.testkit.servers.Servers;

class SecretsNeverStreamIT extends SecretsNeverStreamContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
