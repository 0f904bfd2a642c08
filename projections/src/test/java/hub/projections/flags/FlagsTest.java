package hub.projections.flags;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.view.Everything;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlagsTest {

    private static final String NOW = "2026-01-15T20:00:00Z";

    private final World world = new World()
            .has(Table.ACTIVITY_FLAGS)
            .put(
                    flag(1, "duplicate", false, "2026-01-15T06:00:00Z"), // midnight of the 15th
                    flag(2, "duplicate", true, "2026-01-15T05:59:59Z"),
                    flag(3, "suspicious", false, "2026-01-14T12:30:00Z"),
                    flag(4, "out_of_range", false, null));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theNewestWithoutAReview() {
        UnreviewedFlags flags =
                world.answer(new UnreviewedView(), new UnreviewedQuery(2), NOW).body();
        assertThat(flags.total()).isEqualTo(3);
        assertThat(flags.flags()).extracting(FlagRow::id).containsExactly(1L, 3L);
    }

    @Test
    void countsByTypeAndByTheHourInChicago() {
        FlagCounts counts =
                world.answer(new FlagCountsView(), Everything.QUERY, NOW).body();
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.reviewed()).isEqualTo(1);
        assertThat(counts.flagsToday()).isEqualTo(1);
        assertThat(counts.byType())
                .containsExactly(
                        new FlagCounts.OfType("duplicate", 2, 1),
                        new FlagCounts.OfType("out_of_range", 1, 1),
                        new FlagCounts.OfType("suspicious", 1, 1));
        assertThat(counts.byHour())
                .containsExactly(
                        new FlagCounts.OfHour(0, 1), new FlagCounts.OfHour(6, 1), new FlagCounts.OfHour(23, 1));
    }

    private static Row flag(long id, String type, boolean reviewed, @Nullable String at) {
        return new Row.Flag(id, id, type, null, reviewed, null, at == null ? null : Instant.parse(at));
    }
}
