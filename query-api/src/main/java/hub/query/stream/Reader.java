package hub.query.stream;

import hub.query.security.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * One open stream. It is pulled: whoever writes asks for the {@link #next} bytes when the last ones are out, and gets
 * what is true then. So nothing is ever queued for a reader, however slow.
 *
 * <p>Threads: {@link #next} and {@link #close} may be called from any thread; all else runs on the streams' one thread.
 */
public final class Reader {

    /** Told at every second, so at the latest after 15 s. */
    private static final long HEARTBEAT_MILLIS = 14_000;

    /** Who has just been told of a change knows how far the source has been read. Less than a second: ticks are not exact. */
    private static final long PROGRESS_MILLIS = 900;

    private static final long RETRY_MILLIS = 1_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final Channel channel;
    private final Wish wish;
    private final Scheduler thread;
    private final StreamMetrics metrics;
    private final long endsAt;
    private final Runnable onLeave;

    private EventId holds = EventId.NONE;
    private List<byte[]> opening;
    private @Nullable Snapshot told;
    private @Nullable MonoSink<List<byte[]>> asking;
    private @Nullable Ending ending;
    private long toldAt = NEVER;
    private long wroteAt;
    private boolean alarmed;
    private boolean toldOfEnd;
    private boolean done;
    private volatile Runnable cut = () -> {};

    Reader(Channel channel, Wish wish, Scheduler thread, StreamMetrics metrics, long endsAt, Runnable onLeave) {
        this.channel = channel;
        this.wish = wish;
        this.thread = thread;
        this.metrics = metrics;
        this.endsAt = endsAt;
        this.onLeave = onLeave;
        this.wroteAt = now();
        this.opening = List.of(Sse.retry(RETRY_MILLIS));
        if (wish.lastEventId() != null) {
            EventId given = EventId.parse(wish.lastEventId());
            if (given == null) {
                opening = List.of(
                        Sse.retry(RETRY_MILLIS),
                        Sse.resync("unknown-id", channel.required().facts()));
            } else {
                holds = given;
            }
        }
    }

    /** The next bytes to write, when there are any; empty when the stream is over. */
    public Mono<List<byte[]>> next() {
        return Mono.create(sink -> thread.schedule(() -> {
            asking = sink;
            offer();
        }));
    }

    /** Frees what the stream holds, however it ended. */
    public void close() {
        thread.schedule(() -> {
            if (channel.leave(this)) {
                done = true;
                onLeave.run();
            }
        });
    }

    /** @param how cuts the connection, if it does not end by itself */
    public void onCut(Runnable how) {
        cut = how;
    }

    Grant grant() {
        return wish.grant();
    }

    void cut() {
        cut.run();
    }

    void end(Ending why) {
        if (ending == null) {
            ending = why;
            offer();
        }
    }

    /**
     * Every second: has its time come, or has its writer been at it for too long? What only says how far the source has been
     * read waits for this, so that it never holds up a change.
     */
    void tick(long patienceMillis) {
        if (now() >= endsAt) {
            end(Ending.MAX_AGE);
        }
        if (asking == null && now() - wroteAt > patienceMillis) {
            metrics.cut();
            cut();
            close();
        }
        offer();
        pass();
    }

    /** Writes what has changed, if the reader is ready and its pace allows it. */
    void offer() {
        if (asking == null || done) {
            return;
        }
        Snapshot latest = channel.required();
        if (ending != null) {
            finish(ending);
        } else if (told == null || !latest.isOnlyProgressSince(told)) {
            long wait = toldAt == NEVER ? 0 : toldAt + wish.intervalMillis() - now();
            if (wait <= 0 || wait > wish.intervalMillis()) {
                toldAt = now();
                tell(latest);
            } else {
                alarm(wait);
            }
        }
    }

    /** Writes that nothing has changed, or that the stream is alive. */
    private void pass() {
        Snapshot latest = channel.required();
        if (asking == null || done || told == null || !latest.isOnlyProgressSince(told)) {
            return;
        }
        if (latest != told && now() - wroteAt >= PROGRESS_MILLIS) {
            tell(latest);
        } else if (now() - wroteAt >= HEARTBEAT_MILLIS) {
            write(List.of(Sse.HEARTBEAT));
        }
    }

    private void tell(Snapshot latest) {
        List<byte[]> parts = new ArrayList<>(opening);
        opening = List.of();
        parts.add(latest.since(holds));
        if (told != null) {
            metrics.dropped(latest.changes() - told.changes() - 1);
        }
        holds = latest.id();
        told = latest;
        write(parts);
    }

    private void finish(Ending why) {
        MonoSink<List<byte[]>> sink = asking;
        if (toldOfEnd || sink == null) {
            done = true;
            asking = null;
            if (sink != null) {
                sink.success();
            }
        } else {
            toldOfEnd = true;
            write(List.of(Sse.end(why)));
        }
    }

    private void write(List<byte[]> parts) {
        MonoSink<List<byte[]>> sink = asking;
        asking = null;
        wroteAt = now();
        if (sink != null) {
            sink.success(parts);
        }
    }

    private void alarm(long afterMillis) {
        if (!alarmed) {
            alarmed = true;
            thread.schedule(
                    () -> {
                        alarmed = false;
                        offer();
                    },
                    afterMillis,
                    TimeUnit.MILLISECONDS);
        }
    }

    private long now() {
        return thread.now(TimeUnit.MILLISECONDS);
    }
}
