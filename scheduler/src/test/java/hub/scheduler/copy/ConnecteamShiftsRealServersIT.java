package hub.scheduler.copy;

import hub.scheduler.TestServers;

class ConnecteamShiftsRealServersIT extends ConnecteamShiftsContract {

    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
