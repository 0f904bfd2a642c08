package hub.connecteam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to write so that {@code employees} says what Connecteam says of names and of who is active. A user is the employee
 * with its id, else the one with its e-mail address that is not linked to anybody, or only to a user who is archived or told of
 * no more (whoever comes back gets a new account), else a new one. Nobody is created for an archived user, and nobody is
 * deleted.
 *
 * @param unknown users for whom there is no employee and must not be one: archived, without a name, or with the address of an
 *     employee who is somebody else
 */
record EmployeePlan(List<EmployeeChange> changes, int unknown) {

    EmployeePlan {
        changes = List.copyOf(changes);
    }

    /** In numbers. */
    Changes changes(Understood<User> told) {
        int added = (int)
                changes.stream().filter(EmployeeChange.Add.class::isInstance).count();
        return new Changes(told.records().size(), told.skipped(), unknown, added, changes.size() - added);
    }

    static EmployeePlan of(List<User> users, List<StoredEmployee> stored) {
        return new Matching(stored).of(users);
    }

    private static final class Matching {
        private final Map<String, StoredEmployee> linked = new HashMap<>();
        private final Map<String, StoredEmployee> linkedByAddress = new HashMap<>();
        private final Map<String, StoredEmployee> freeByAddress = new HashMap<>();
        private final Set<String> addresses = new HashSet<>();
        private final List<EmployeeChange> changes = new ArrayList<>();
        private int unknown;

        Matching(List<StoredEmployee> stored) {
            for (StoredEmployee employee : stored) {
                String address = folded(employee.email());
                addresses.add(address);
                if (employee.user() == null || employee.user().isEmpty()) {
                    freeByAddress.put(address, employee);
                } else if (linked.putIfAbsent(employee.user(), employee) == null) {
                    linkedByAddress.put(address, employee);
                }
            }
            // No address is not an address in common.
            freeByAddress.remove("");
            linkedByAddress.remove("");
            addresses.remove("");
        }

        EmployeePlan of(List<User> told) {
            Map<String, User> users = new LinkedHashMap<>();
            // Whoever is added while the pages are turned moves others onto two of them.
            told.forEach(user -> users.putIfAbsent(user.id(), user));
            users.values().stream().filter(user -> !user.archived()).forEach(user -> comeBack(user, users));
            users.values().forEach(this::match);
            return new EmployeePlan(changes, unknown);
        }

        /** Takes the row over from an account that nobody has any more. */
        private void comeBack(User user, Map<String, User> users) {
            String address = folded(user.email());
            StoredEmployee own = linkedByAddress.get(address);
            if (own == null || linked.containsKey(user.id()) || freeByAddress.containsKey(address)) {
                return;
            }
            User before = users.get(own.user());
            if (before == null || before.archived()) {
                linked.remove(own.user());
                linked.put(user.id(), own);
                linkedByAddress.remove(address);
            }
        }

        private void match(User user) {
            StoredEmployee own = linked.get(user.id());
            if (own == null) {
                own = freeByAddress.remove(folded(user.email()));
            }
            if (own != null) {
                change(user, own);
            } else if (user.archived() || user.name().isEmpty() || addresses.contains(folded(user.email()))) {
                unknown++;
            } else {
                changes.add(new EmployeeChange.Add(user.id(), user.name(), user.email()));
                if (user.email() != null) {
                    addresses.add(folded(user.email()));
                }
            }
        }

        private void change(User user, StoredEmployee own) {
            String name = user.name().isEmpty() ? own.name() : user.name();
            boolean active = !user.archived();
            if (!user.id().equals(own.user()) || !name.equals(own.name()) || active != own.active()) {
                changes.add(new EmployeeChange.Change(own, user.id(), name, active));
            }
        }

        private static String folded(@Nullable String email) {
            return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        }
    }
}
