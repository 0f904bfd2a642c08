package hub.scheduler.reporting;

import hub.scheduler.TestServers;

class SendReportsRealServersIT extends SendReportsContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
