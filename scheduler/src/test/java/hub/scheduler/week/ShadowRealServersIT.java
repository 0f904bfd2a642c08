package hub.scheduler.week;

import hub.scheduler.TestServers;

class ShadowRealServersIT extends ShadowContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
