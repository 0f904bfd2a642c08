package hub.projections.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every employee, with the legacy's field names. */
public record StaffList(boolean success, List<Member> employees) {

    /**
     * @param isActive 1 or 0
     * @param podfactoryEmails joined by commas, in alphabetical order; null without any
     * @param hasPin always null: PINs never enter this service, not even whether there is one
     */
    public record Member(
            long id,
            String name,
            @Nullable String email,
            @Nullable String connecteamUserId,
            int isActive,
            @Nullable String podfactoryEmails,
            @Nullable Boolean hasPin) {}
}
