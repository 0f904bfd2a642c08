package hub.scheduler.seal;

import hub.scheduler.TestServers;

class SealRealServersIT extends SealContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
