package hub.scheduler.idle;

import hub.scheduler.TestServers;

class CheckIdleIT extends CheckIdleContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
