package hub.scheduler.run;

import hub.scheduler.TestServers;

class RunnerRealServersIT extends RunnerContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
