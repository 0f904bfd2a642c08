package hub.query.health;

import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.query.boards.Vitals;
import hub.redis.Pulse;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;

/** Health from the store's vitals; pure. None of it may end a process: liveness asks nothing of this. */
final class HealthRules {

    private HealthRules() {}

    /** {@code changeStream}: the newest pipeline does what it should. */
    static Health cdc(Vitals vitals, Instant now) {
        if (!vitals.recentAt(now)) {
            return Health.unknown()
                    .withDetail("why", "the store does not answer")
                    .build();
        }
        Optional<PipelineStatus> newest = vitals.pulse().statuses().stream()
                .max(Comparator.comparingLong(status -> status.generation().number()));
        if (newest.isEmpty()) {
            return Health.down().withDetail("why", "no pipeline is alive").build();
        }
        PipelineState state = newest.get().state();
        return switch (state) {
            case FILLING, STREAMING, STANDBY ->
                Health.up().withDetail("state", state.word()).build();
            case WAITING, REBUILD_REQUIRED ->
                Health.down()
                        .withDetail("state", state.word())
                        .withDetail("why", newest.get().cause())
                        .build();
        };
    }

    /** {@code boards}: a generation is live and sound. */
    static Health projections(Vitals vitals, Instant now) {
        Pulse pulse = vitals.pulse();
        if (!vitals.recentAt(now)) {
            return Health.unknown()
                    .withDetail("why", "the store does not answer")
                    .build();
        }
        if (pulse.pointer().live() == null || pulse.live() == null) {
            return Health.down().withDetail("why", "no generation is live").build();
        }
        Health.Builder health = pulse.marks().damaged() == null
                        && pulse.marks().drift().isEmpty()
                        && pulse.marks().overflow().isEmpty()
                ? Health.up()
                : Health.down().withDetail("why", "the store marked boards as wrong");
        return health.withDetail("generation", pulse.pointer().live().number())
                .withDetail("sequence", pulse.live().sequence())
                .build();
    }

    /** {@code query}: a request for a dashboard can be answered by some rung. */
    static Health query(boolean canAnswer) {
        return canAnswer
                ? Health.up().build()
                : Health.outOfService().withDetail("why", "no rung can answer").build();
    }
}
