package hub.projections.mappings;

import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.mappings.NeedsAttention.AttentionSummary;
import hub.projections.mappings.NeedsAttention.NotInConnecteam;
import hub.projections.mappings.NeedsAttention.NotInPodfactory;
import hub.projections.mappings.Recommendations.Choice;
import hub.projections.mappings.Recommendations.Match;
import hub.projections.mappings.Recommendations.Unconfirmed;
import hub.projections.source.NotInSource;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MappingsTest {

    private static final String NOW = "2026-01-15T21:00:00Z";
    private static final Instant MONDAY = Instant.parse("2026-01-12T15:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-13T15:00:00Z");

    private final World world = Given.world().has(Table.EMPLOYEE_PODFACTORY_MAPPING);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void pendingMappingsStandTheLatestFirst() {
        world.put(
                linked(1, "E1", "c-1"),
                new Row.Employee(4, "E4", false, 0L),
                mapping(10, 1, "a@example.org", "0.850", false, MONDAY),
                mapping(11, 2, null, null, false, TUESDAY),
                mapping(12, 3, "c@example.org", "0.900", true, TUESDAY),
                mapping(13, 4, "d@example.org", "0.900", false, TUESDAY),
                mapping(14, 99, "e@example.org", "0.900", false, TUESDAY),
                new Row.PodfactoryMapping(15, 3, "f@example.org"),
                mapping(16, 1, "g@example.org", "0.100", false, TUESDAY),
                qc(1, 1, 5, "2026-01-09T06:00:00Z"),
                qc(2, 1, 5, "2026-01-09T05:59:59Z"),
                qc(3, 1, 5, "2026-01-16T05:59:59Z"));

        PendingVerification body = world.answer(new PendingVerificationView(), Everything.QUERY, NOW)
                .body();
        assertThat(body.pending())
                .containsExactly(
                        pending(11, 2, "E2", null, null, null, "2026-01-13T15:00:00Z", 0),
                        pending(16, 1, "E1", "c-1", "g@example.org", "0.100", "2026-01-13T15:00:00Z", 2),
                        pending(10, 1, "E1", "c-1", "a@example.org", "0.850", "2026-01-12T15:00:00Z", 2));
        assertThat(body.pendingCount()).isEqualTo(3);
        assertThat(body.unmappedConnecteamCount()).isZero();

        world.delete(Table.EMPLOYEE_PODFACTORY_MAPPING, 10).delete(Table.EMPLOYEE_PODFACTORY_MAPPING, 16);
        assertThat(world.answer(new PendingVerificationView(), Everything.QUERY, NOW)
                        .body()
                        .unmappedConnecteamCount())
                .isEqualTo(1);
    }

    @Test
    void whomAnAddressMayBelongTo() {
        world.put(
                new Row.Employee(1, "Ann Lee", true, 0L, "ann@example.org", null, null),
                new Row.Employee(2, "Anna Lee", true, 0L),
                new Row.Employee(3, "Lee Ann", true, 0L),
                new Row.Employee(4, "Ann Lees", true, 0L),
                new Row.Employee(5, "Zoe", false, 0L),
                new Row.PodfactoryMapping(10, 5, "x@example.org", "ann lee", null, "LOW", false, MONDAY),
                new Row.PodfactoryMapping(
                        11, 99, "y@example.org", "Quuz", new BigDecimal("0.125"), "LOW", false, TUESDAY),
                new Row.PodfactoryMapping(12, 5, "", "Ann Lee", null, "LOW", false, TUESDAY),
                new Row.PodfactoryMapping(13, 5, "z@example.org", "Ann Lee", null, "LOW", true, TUESDAY));

        Recommendations body =
                world.answer(new RecommendationsView(), Everything.QUERY, NOW).body();
        assertThat(body.unmappedCount()).isEqualTo(2);
        assertThat(body.allEmployees())
                .containsExactly(
                        new Choice(1, "Ann Lee"),
                        new Choice(4, "Ann Lees"),
                        new Choice(2, "Anna Lee"),
                        new Choice(3, "Lee Ann"));
        Unconfirmed unlike = body.recommendations().getFirst();
        assertThat(unlike.currentEmployeeName()).isNull();
        assertThat(unlike.autoSimilarityScore()).isEqualByComparingTo("0.125");
        assertThat(unlike.recommendedMatches()).isEmpty();
        Unconfirmed like = body.recommendations().getLast();
        assertThat(like.currentEmployeeName()).isEqualTo("Zoe");
        assertThat(like.autoSimilarityScore()).isEqualByComparingTo("0");
        assertThat(like.createdAt()).isEqualTo("2026-01-12T15:00:00Z");
        assertThat(like.recommendedMatches())
                .containsExactly(
                        new Match(1, "Ann Lee", "ann@example.org", new BigDecimal("1.00")),
                        new Match(4, "Ann Lees", null, new BigDecimal("1.00")),
                        new Match(2, "Anna Lee", null, new BigDecimal("1.00")));
    }

    /** Three characters in common are 6 of 20, which is not more than 0.3, and 6 of 19, which is. */
    @Test
    void whoIsAsUnlikeAsThreeTenthsIsNoMatch() {
        world.put(
                new Row.Employee(1, "abcklmnopq", true, 0L),
                new Row.Employee(2, "abcklmnop", true, 0L),
                new Row.PodfactoryMapping(10, 5, "x@example.org", "abcdefghij", null, "LOW", false, MONDAY));

        assertThat(world.answer(new RecommendationsView(), Everything.QUERY, NOW)
                        .body()
                        .recommendations()
                        .getFirst()
                        .recommendedMatches())
                .containsExactly(new Match(2, "abcklmnop", null, new BigDecimal("0.32")));
    }

    @Test
    void whoIsNotLinkedNeedsAttention() {
        world.put(
                new Row.Employee(1, "Test Picker", true, 0L, "t@example.org", "", null),
                linked(3, "E3", "c-3"),
                linked(4, "E4", "c-4"),
                new Row.Employee(5, "E5", true, 0L, null, null, null, null, null, null, false, true),
                mapping(10, 1, "b@example.org", null, true, MONDAY),
                mapping(11, 1, "a@example.org", null, true, MONDAY),
                mapping(12, 2, "c@example.org", "0.400", false, MONDAY),
                mapping(13, 2, "d@example.org", null, false, MONDAY),
                mapping(14, 2, "e@example.org", "0.800", false, null),
                qc(1, 2, 5, "2025-12-17T06:00:00Z"),
                qc(2, 2, 5, "2025-12-17T05:59:59Z"),
                qc(3, 2, 5, "2026-01-15T15:00:00Z"),
                shift(1, 4, "2026-01-09T06:00:00Z", null),
                shift(2, 4, "2026-01-09T05:59:59Z", null));

        NeedsAttention body =
                world.answer(new NeedsAttentionView(), Everything.QUERY, NOW).body();
        assertThat(body.noConnecteam())
                .containsExactly(
                        new NotInConnecteam(2, "E2", null, 0, null, 2, false, "needs_linking"),
                        new NotInConnecteam(
                                1,
                                "Test Picker",
                                "t@example.org",
                                0,
                                "a@example.org,b@example.org",
                                0,
                                true,
                                "system"));
        assertThat(body.noPodfactory())
                .containsExactly(
                        new NotInPodfactory(4, "E4", null, "c-4", 1), new NotInPodfactory(3, "E3", null, "c-3", 0));
        assertThat(body.pendingVerification())
                .extracting(PendingMapping::mappingId)
                .containsExactly(14L, 12L, 13L);
        assertThat(body.pendingVerification().getLast().createdAt()).isEqualTo("Mon, 12 Jan 2026 15:00:00 GMT");
        assertThat(body.summary()).isEqualTo(new AttentionSummary(2, 2, 3, 7));
    }

    @Test
    void withoutTheTableNothingIsKnown() {
        try (World without = Given.world()) {
            for (View<Everything, ?> view : List.<View<Everything, ?>>of(
                    new PendingVerificationView(), new RecommendationsView(), new NeedsAttentionView())) {
                assertThatThrownBy(() -> without.answer(view, Everything.QUERY, NOW))
                        .as(view.name())
                        .isInstanceOf(NotInSource.class);
            }
        }
    }

    private static Row.Employee linked(long id, String name, String connecteam) {
        return new Row.Employee(id, name, true, 0L, null, connecteam, null);
    }

    private static Row.PodfactoryMapping mapping(
            long id,
            long employee,
            @Nullable String email,
            @Nullable String similarity,
            boolean verified,
            @Nullable Instant created) {
        return new Row.PodfactoryMapping(
                id,
                employee,
                email,
                "P" + employee,
                similarity == null ? null : new BigDecimal(similarity),
                "HIGH",
                verified,
                created);
    }

    private static PendingMapping pending(
            long id,
            long employee,
            String name,
            @Nullable String connecteam,
            @Nullable String email,
            @Nullable String similarity,
            String created,
            long activities) {
        return new PendingMapping(
                id,
                employee,
                name,
                connecteam,
                email,
                "P" + employee,
                similarity == null ? null : new BigDecimal(similarity),
                "HIGH",
                created,
                activities);
    }
}
