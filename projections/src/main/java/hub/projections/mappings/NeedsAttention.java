package hub.projections.mappings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Active people whose links are not complete, with the legacy's field names (domain 3.9). Addresses and names as on the
 * staff page.
 *
 * @param noConnecteam whom Connecteam does not know, contractors excepted: who works most first, then by name
 * @param noPodfactory whom Connecteam knows and no mapping names: who comes most often first, then by name
 * @param pendingVerification mappings that nobody has confirmed: the most alike first, then the latest
 */
public record NeedsAttention(
        boolean success,
        List<NotInConnecteam> noConnecteam,
        List<NotInPodfactory> noPodfactory,
        List<PendingMapping> pendingVerification,
        AttentionSummary summary) {

    /**
     * @param isContractor always 0: contractors are not missed there
     * @param podfactoryEmails confirmed ones, joined by commas, in alphabetical order; null without any
     * @param recentActivityCount rows of work of the last 30 Central days, today included
     * @param isSystemAccount whether the name sounds like no person's
     * @param category {@code system} or {@code needs_linking}
     */
    public record NotInConnecteam(
            long id,
            String name,
            @Nullable String email,
            int isContractor,
            @Nullable String podfactoryEmails,
            long recentActivityCount,
            boolean isSystemAccount,
            String category) {}

    /** @param recentClockCount shifts of the last seven Central days, today included */
    public record NotInPodfactory(
            long id,
            String name,
            @Nullable String email,
            @Nullable String connecteamUserId,
            long recentClockCount) {}

    public record AttentionSummary(
            int noConnecteamCount, int noPodfactoryCount, int pendingVerificationCount, int totalAttentionNeeded) {}
}
