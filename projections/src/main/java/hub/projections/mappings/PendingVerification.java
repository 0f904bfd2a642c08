package hub.projections.mappings;

import java.util.List;

/**
 * The mappings that somebody has yet to confirm, with the legacy's field names (domain 3.9).
 *
 * @param pending the latest first, then the lower id
 * @param unmappedConnecteamCount active people whom Connecteam knows and no mapping names
 */
public record PendingVerification(
        boolean success, List<PendingMapping> pending, int pendingCount, int unmappedConnecteamCount) {}
