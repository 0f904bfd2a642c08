package hub.scheduler.idle;

import hub.scheduler.TestServers;

class CheckIdleRealServersIT extends CheckIdleContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
