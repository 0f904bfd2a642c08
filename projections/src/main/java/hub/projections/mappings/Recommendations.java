package hub.projections.mappings;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the addresses that are not confirmed may belong to, with the legacy's field names (domain 3.9).
 *
 * @param recommendations the latest mapping first, then the lower id
 * @param allEmployees active ones by name, then by id
 */
public record Recommendations(
        boolean success, int unmappedCount, List<Unconfirmed> recommendations, List<Choice> allEmployees) {

    /**
     * @param currentEmployeeName null for a person whose row is gone
     * @param autoSimilarityScore as the matching found it; 0 if it found none
     * @param createdAt ISO 8601, UTC
     * @param recommendedMatches at most three, the most alike first, then by name
     */
    public record Unconfirmed(
            long mappingId,
            String podfactoryEmail,
            @Nullable String podfactoryName,
            long currentEmployeeId,
            @Nullable String currentEmployeeName,
            BigDecimal autoSimilarityScore,
            @Nullable String confidenceLevel,
            @Nullable String createdAt,
            List<Match> recommendedMatches) {}

    /** @param similarityScore more than 0.3, at most 1, two digits */
    public record Match(
            long employeeId, String employeeName, @Nullable String employeeEmail, BigDecimal similarityScore) {}

    public record Choice(long id, String name) {}
}
