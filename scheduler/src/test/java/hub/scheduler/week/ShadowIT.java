package hub.scheduler.week;

import hub.scheduler.TestServers;

class ShadowIT extends ShadowContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
