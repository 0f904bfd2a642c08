package hub.query.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps notes in memory, for ever; can be away. */
public final class FakeTickets implements TicketStore {

    public final Map<String, String> notes = new ConcurrentHashMap<>();
    public volatile @Nullable RuntimeException failure;

    @Override
    public Mono<Void> keep(String name, String note, Duration life) {
        return Mono.fromRunnable(() -> {
            failIfAway();
            notes.put(name, note);
        });
    }

    @Override
    public Mono<String> take(String name) {
        return Mono.fromSupplier(() -> {
            failIfAway();
            return notes.remove(name);
        });
    }

    private void failIfAway() {
        RuntimeException away = failure;
        if (away != null) {
            throw away;
        }
    }
}
