package hub.query.security;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Keeps notes that can be taken once, by whichever process is asked. */
public interface TicketStore {

    /** Keeps {@code note} under {@code name} for {@code life}. */
    Mono<Void> keep(String name, String note, Duration life);

    /** The note, which is gone then; empty if there is none. Of several callers at one time, one gets it. */
    Mono<String> take(String name);
}
