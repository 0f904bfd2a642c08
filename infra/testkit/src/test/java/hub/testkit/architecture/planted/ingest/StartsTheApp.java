package hub.testkit.architecture.planted.ingest;

import hub.testkit.architecture.planted.app.App;

public final class StartsTheApp {
    static void start() {
        App.main();
    }
}
