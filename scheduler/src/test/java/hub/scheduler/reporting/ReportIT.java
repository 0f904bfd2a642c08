package hub.scheduler.reporting;

import hub.scheduler.TestServers;

class ReportIT extends ReportContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
