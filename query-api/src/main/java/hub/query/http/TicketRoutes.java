package hub.query.http;

import hub.query.hot.Json;
import hub.query.security.Scope;
import hub.query.security.StreamTickets;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/stream-tickets}: what a browser puts into the address of its EventSource. */
public final class TicketRoutes implements RouteSource {

    /** A route that declares it can be called with a ticket instead of a key. */
    static final Parameter<Optional<String>> TICKET = Parameter.text(
                    "ticket", 64, "Stands for the key, once: see /api/stream-tickets")
            .optional();

    private record Issued(String ticket, long expiresIn) {}

    private final StreamTickets tickets;

    public TicketRoutes(StreamTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post(
                "stream-tickets",
                "/api/stream-tickets",
                Scope.READ,
                "A ticket that opens one stream, once, within 30 seconds",
                call -> tickets.issue(call.key())
                        .map(ticket -> Reply.json(Json.bytes(new Issued(ticket, StreamTickets.LIFE.toSeconds()))))));
    }
}
