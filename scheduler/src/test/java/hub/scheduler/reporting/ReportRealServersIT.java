package hub.scheduler.reporting;

import hub.scheduler.TestServers;

class ReportRealServersIT extends ReportContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
