package hub.scheduler.copy;

import hub.scheduler.TestServers;

class ConnecteamShiftsIT extends ConnecteamShiftsContract {

    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
