package hub.query;

import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import org.springframework.context.SmartLifecycle;

/** Listens to the store from before the first request until after the last. */
final class Watching implements SmartLifecycle {

    private final LiveBoards live;
    private final HotViews views;
    private volatile boolean running;

    Watching(LiveBoards live, HotViews views) {
        this.live = live;
        this.views = views;
    }

    @Override
    public void start() {
        live.start(views::heard);
        running = true;
    }

    @Override
    public void stop() {
        live.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Early to start, late to stop: the web server comes after. */
    @Override
    public int getPhase() {
        return 0;
    }
}
