package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EmployeePlanTest {

    @Test
    void whoIsNewIsAdded() {
        assertThat(plan(List.of(user("7", "Ada Abara", "a@example.org"), user("8", "No Address", null))))
                .containsExactly(
                        new EmployeeChange.Add("7", "Ada Abara", "a@example.org"),
                        new EmployeeChange.Add("8", "No Address", null));
    }

    @Test
    void whoIsKnownIsLeftAlone() {
        assertThat(plan(
                        List.of(user("7", "Ada Abara", "new@example.org")),
                        stored(1, "Ada Abara", "old@example.org", "7")))
                .isEmpty();
    }

    @Test
    void aNewNameAndAnArchivedUserAreChanges() {
        assertThat(plan(List.of(user("7", "Ada Baker", null)), stored(1, "Ada Abara", null, "7")))
                .containsExactly(new EmployeeChange.Change(stored(1, "Ada Abara", null, "7"), "7", "Ada Baker", true));
        assertThat(plan(List.of(new User("7", "Ada Abara", null, true)), stored(1, "Ada Abara", null, "7")))
                .containsExactly(new EmployeeChange.Change(stored(1, "Ada Abara", null, "7"), "7", "Ada Abara", false));
    }

    @Test
    void whoComesBackIsActiveAgain() {
        StoredEmployee gone = new StoredEmployee(1, "Ada Abara", null, "7", false);

        assertThat(plan(List.of(user("7", "Ada Abara", null)), gone))
                .containsExactly(new EmployeeChange.Change(gone, "7", "Ada Abara", true));
    }

    @Test
    void anEmployeeWithTheUsersAddressIsLinked() {
        assertThat(plan(List.of(user("7", "Ada Abara", "Ada@Example.org ")), stored(1, "ada", "ada@example.org", "")))
                .containsExactly(
                        new EmployeeChange.Change(stored(1, "ada", "ada@example.org", ""), "7", "Ada Abara", true));
        assertThat(plan(
                        List.of(user("7", "Ada Abara", "ada@example.org")),
                        stored(1, "Ada Abara", "ada@example.org", null)))
                .containsExactly(new EmployeeChange.Change(
                        stored(1, "Ada Abara", "ada@example.org", null), "7", "Ada Abara", true));
    }

    @Test
    void twoUsersWithOneAddressAreNotOneEmployee() {
        EmployeePlan plan = EmployeePlan.of(
                List.of(user("7", "Ada", "shared@example.org"), user("8", "Bruno", "shared@example.org")),
                List.of(stored(1, "Ada", "shared@example.org", null)));

        assertThat(plan.changes())
                .containsExactly(
                        new EmployeeChange.Change(stored(1, "Ada", "shared@example.org", null), "7", "Ada", true));
        assertThat(plan.unknown()).isEqualTo(1);
    }

    @Test
    void whoComesBackWithAnotherAccountIsTheSameEmployee() {
        StoredEmployee gone = new StoredEmployee(1, "Ada Abara", "ada@example.org", "7", false);
        User back = user("70", "Ada Abara", "ADA@example.org");
        EmployeeChange linked = new EmployeeChange.Change(gone, "70", "Ada Abara", true);

        assertThat(plan(List.of(back), gone)).as("told of no more").containsExactly(linked);
        for (List<User> told : List.of(List.of(archived("7"), back), List.of(back, archived("7")))) {
            EmployeePlan plan = EmployeePlan.of(told, List.of(gone));
            assertThat(plan.changes()).as("archived").containsExactly(linked);
            assertThat(plan.unknown()).as("the old account").isEqualTo(1);
        }
    }

    @Test
    void whoIsStillThereIsNobodyElse() {
        StoredEmployee ada = stored(1, "Ada Abara", "ada@example.org", "7");
        EmployeePlan plan = EmployeePlan.of(
                List.of(user("7", "Ada Abara", "new@example.org"), user("70", "Bruno Berg", "ada@example.org")),
                List.of(ada));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unknown()).isEqualTo(1);
    }

    @Test
    void ofTwoAccountsWhoComeBackOneDoes() {
        StoredEmployee gone = stored(1, "Ada Abara", "ada@example.org", "7");
        EmployeePlan plan = EmployeePlan.of(
                List.of(user("70", "Ada", "ada@example.org"), user("71", "Abara", "ada@example.org")), List.of(gone));

        assertThat(plan.changes()).containsExactly(new EmployeeChange.Change(gone, "70", "Ada", true));
        assertThat(plan.unknown()).isEqualTo(1);
    }

    @Test
    void anArchivedAccountTakesNothingOver() {
        assertThat(plan(
                        List.of(new User("70", "Ada Abara", "ada@example.org", true)),
                        stored(1, "Ada Abara", "ada@example.org", "7")))
                .isEmpty();
    }

    /** As {@code clock_times} has it. */
    @Test
    void ofTwoRowsWithOneUserTheOlderIsTheEmployee() {
        assertThat(plan(
                        List.of(user("7", "Ada Baker", null)),
                        stored(1, "Ada Abara", null, "7"),
                        stored(2, "Ada Abara", null, "7")))
                .containsExactly(new EmployeeChange.Change(stored(1, "Ada Abara", null, "7"), "7", "Ada Baker", true));
    }

    @Test
    void norAreTwoNewOnes() {
        EmployeePlan plan = EmployeePlan.of(
                List.of(user("7", "Ada", "shared@example.org"), user("8", "Bruno", "SHARED@example.org")), List.of());

        assertThat(plan.changes()).containsExactly(new EmployeeChange.Add("7", "Ada", "shared@example.org"));
        assertThat(plan.unknown()).isEqualTo(1);
    }

    @Test
    void noAddressIsNotAnAddressInCommon() {
        assertThat(plan(
                        List.of(user("7", "Ada", null)),
                        stored(1, "Somebody", null, null),
                        stored(2, "Else", "", null)))
                .containsExactly(new EmployeeChange.Add("7", "Ada", null));
    }

    @Test
    void nobodyIsCreatedForAnArchivedUserOrOneWithoutAName() {
        EmployeePlan plan =
                EmployeePlan.of(List.of(new User("7", "Ada", "a@example.org", true), user("8", "", null)), List.of());

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unknown()).isEqualTo(2);
    }

    @Test
    void aMissingNameDoesNotEraseOne() {
        assertThat(plan(List.of(user("7", "", null)), stored(1, "Ada Abara", null, "7")))
                .isEmpty();
    }

    @Test
    void whoIsOnTwoPagesIsOnePerson() {
        assertThat(plan(List.of(user("7", "Ada", null), user("7", "Ada", null))))
                .hasSize(1);
    }

    /** Nobody is named in what operators read. */
    @Test
    void eachChangeNamesItsRowByIdsAndTheColumnsThatDiffer() {
        assertThat(plan(
                        List.of(
                                user("7", "Ada Baker", "ada@example.org"),
                                new User("8", "Bruno Berg", null, true),
                                user("9", "Cleo Cruz", "cleo@example.org")),
                        stored(1, "Ada Abara", "ada@example.org", null),
                        stored(2, "Bruno Berg", null, "8")))
                .extracting(EmployeeChange::text)
                .containsExactly(
                        "employee 1 (connecteam_user_id NULL, should be 7; name another)",
                        "employee 2 (is_active true, should be false)",
                        "Connecteam's user 9 (missing, should be an employee)");
    }

    @Test
    void whomConnecteamDoesNotTellOfStays() {
        assertThat(plan(List.of(), stored(1, "Ada", null, "7"))).isEmpty();
    }

    private static List<EmployeeChange> plan(List<User> users, StoredEmployee... stored) {
        return EmployeePlan.of(users, List.of(stored)).changes();
    }

    private static User user(String id, String name, @Nullable String email) {
        return new User(id, name, email, false);
    }

    private static User archived(String id) {
        return new User(id, "Ada Abara", "ada@example.org", true);
    }

    private static StoredEmployee stored(long id, String name, @Nullable String email, @Nullable String user) {
        return new StoredEmployee(id, name, email, user, true);
    }
}
