package hub.projections.servertime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerTimeTest {

    @Test
    void theWarehousesClock() {
        assertThat(ServerTime.at(Instant.parse("2026-07-16T02:05:09.9Z")))
                .isEqualTo(new ServerTime(
                        "2026-07-16T02:05:09Z", "2026-07-15T21:05:09-05:00", "2026-07-15", "09:05:09 PM", "Wednesday"));
    }
}
