package hub.scheduler.warmup;

import hub.scheduler.TestServers;

class FiguresRealServersIT extends FiguresContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
