package hub.scheduler.scores;

import hub.scheduler.TestServers;

class ScoresRealServersIT extends ScoresContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
