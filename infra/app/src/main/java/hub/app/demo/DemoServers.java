package hub.app.demo;

import hub.embedded.EmbeddedMariaDb;
import hub.embedded.EmbeddedRedis;
import hub.embedded.EmbeddedServerException;
import hub.embedded.MariaDbOptions;
import hub.embedded.Workspace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The demo's MariaDB and Redis. {@link #close} ends both at any moment, also while they start. */
final class DemoServers implements AutoCloseable {

    private final Workspace databaseSpace = Workspace.create();
    private final Workspace redisSpace = Workspace.create();

    /** What runs, once it does. */
    record Running(EmbeddedMariaDb database, EmbeddedRedis redis) {}

    /** Starts both at the same time, on free ports. */
    Running start() {
        CompletableFuture<EmbeddedRedis> redis =
                CompletableFuture.supplyAsync(() -> EmbeddedRedis.startIn(redisSpace, 0));
        EmbeddedMariaDb database = EmbeddedMariaDb.startIn(databaseSpace, MariaDbOptions.defaults());
        try {
            return new Running(database, redis.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof EmbeddedServerException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        redisSpace.close();
        databaseSpace.close();
    }
}
