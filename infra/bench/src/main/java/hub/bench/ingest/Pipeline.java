package hub.bench.ingest;

import hub.ingest.SourceFailure;
import hub.ingest.SourceSettings;
import hub.ingest.debezium.DebeziumSource;
import hub.projections.projector.ChangeSink;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The service's own source, on a thread of its own. */
final class Pipeline {

    private Pipeline() {}

    static Reading start(SourceSettings settings, Start start, ChangeSink sink) {
        DebeziumSource source = new DebeziumSource(
                settings, Start.GENERATION, start.checkpoint(), start.history(), InstantSource.system());
        Thread thread = Thread.ofPlatform().daemon().name("pipeline").start(() -> run(source, sink));
        return new Reading(() -> requireAlive(thread), () -> stop(source, thread));
    }

    private static void run(DebeziumSource source, ChangeSink sink) {
        try {
            source.run(sink);
        } catch (SourceFailure e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireAlive(Thread thread) {
        if (!thread.isAlive()) {
            throw new IllegalStateException("the pipeline ended before the backlog did");
        }
    }

    private static void stop(DebeziumSource source, Thread thread) {
        source.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
