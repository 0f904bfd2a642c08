package hub.scheduler.run;

import hub.scheduler.TestServers;

class RunnerIT extends RunnerContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
