package hub.projections.mappings;

import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.dimensions.PodfactoryMappings.Mapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of an active employee that somebody has yet to confirm, with the legacy's field names (domain 3.9).
 *
 * @param similarityScore of both names, 0 to 1, as the matching found it
 * @param createdAt ISO 8601, UTC, or, among the employees that need attention, RFC 1123
 * @param recentActivityCount rows of work of the last seven Central days, today included
 */
public record PendingMapping(
        long mappingId,
        long employeeId,
        String employeeName,
        @Nullable String connecteamUserId,
        @Nullable String podfactoryEmail,
        @Nullable String podfactoryName,
        @Nullable BigDecimal similarityScore,
        @Nullable String confidenceLevel,
        @Nullable String createdAt,
        long recentActivityCount) {

    static final int DAYS = 7;

    /** The latest first, those of unknown age last, then the lower id. */
    static final Comparator<Mapping> LATEST_FIRST = Comparator.comparing(
                    Mapping::createdAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Mapping::id);

    /** @param activities rows of work by employee */
    static List<PendingMapping> all(
            PodfactoryMappings mappings,
            Employees employees,
            Map<Long, Long> activities,
            Comparator<Mapping> order,
            Function<Instant, String> time) {
        List<PendingMapping> pending = new ArrayList<>();
        for (Mapping mapping : mappings.all().stream().sorted(order).toList()) {
            Employee employee = employees.byId().get(mapping.employeeId());
            if (mapping.pending() && employee != null && employee.active()) {
                Instant created = mapping.createdAt();
                pending.add(new PendingMapping(
                        mapping.id(),
                        employee.id(),
                        employee.name(),
                        employee.connecteamUserId(),
                        mapping.email(),
                        mapping.name(),
                        mapping.similarity(),
                        mapping.confidence(),
                        created == null ? null : time.apply(created),
                        activities.getOrDefault(employee.id(), 0L)));
            }
        }
        return pending;
    }
}
