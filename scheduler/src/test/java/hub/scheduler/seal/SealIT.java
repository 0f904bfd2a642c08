package hub.scheduler.seal;

import hub.scheduler.TestServers;

class SealIT extends SealContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
