package hub.scheduler.reporting;

import hub.scheduler.TestServers;

class SendReportsIT extends SendReportsContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
