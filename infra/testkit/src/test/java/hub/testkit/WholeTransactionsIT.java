package hub.testkit;

import hub.testkit.servers.Servers;

class WholeTransactionsIT extends WholeTransactionsContract {

    @Override
    Servers servers() {
        return Servers.embedded();
    }
}
