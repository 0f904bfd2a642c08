package hub.scheduler.scores;

import hub.scheduler.TestServers;

class ScoresIT extends ScoresContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
