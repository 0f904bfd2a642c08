package hub.scheduler.retention;

import hub.scheduler.TestServers;

class OldAttemptsIT extends OldAttemptsContract {

    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
