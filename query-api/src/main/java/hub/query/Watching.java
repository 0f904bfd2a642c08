package hub.query;

import hub.query.boards.LiveBoards;
import org.springframework.context.SmartLifecycle;

/** Listens to the store from before the first request until after the last. */
final class Watching implements SmartLifecycle {

    private final LiveBoards live;
    private final Runnable onChange;
    private volatile boolean running;

    Watching(LiveBoards live, Runnable onChange) {
        this.live = live;
        this.onChange = onChange;
    }

    @Override
    public void start() {
        live.start(onChange);
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
