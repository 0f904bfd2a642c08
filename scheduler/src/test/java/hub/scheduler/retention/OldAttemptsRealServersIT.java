package hub.scheduler.retention;

import hub.scheduler.TestServers;

class OldAttemptsRealServersIT extends OldAttemptsContract {

    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
