package hub.scheduler.warmup;

import hub.scheduler.TestServers;

class FiguresIT extends FiguresContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
