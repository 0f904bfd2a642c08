package hub.projections.departments;

import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is expected of a department: its role's items per hour, found by role id so that renaming a role is free. */
final class Expectation {

    /** Expected items per hour where no role says otherwise. */
    private static final BigDecimal DEFAULT_PER_HOUR = BigDecimal.valueOf(60);

    private final Roles roles;

    Expectation(Roles roles) {
        this.roles = roles;
    }

    BigDecimal itemsPerHour(@Nullable String department) {
        return role(department)
                .map(Role::expectedPerHour)
                .filter(expected -> expected.signum() > 0)
                .orElse(DEFAULT_PER_HOUR);
    }

    private Optional<Role> role(@Nullable String department) {
        return switch (department) {
            case null -> Optional.empty();
            case "Heat Press" -> roles.find(Roles.HEAT_PRESSING);
            case "Packing" -> roles.find(Roles.PACKING_AND_SHIPPING);
            case "Picking" -> roles.find(Roles.PICKER);
            case "Labeling" -> roles.find(Roles.LABELER);
            case "Film Matching" -> roles.find(Roles.FILM_MATCHING);
            default ->
                roles.byId().values().stream()
                        .filter(role -> role.name().equals(department))
                        .findFirst();
        };
    }
}
