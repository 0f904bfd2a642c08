package hub.connecteam;

import hub.projections.time.CentralDay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Brings {@code employees} up to what Connecteam says of names and of who is active. */
public final class EmployeeSync {

    private final Connecteam connecteam;

    public EmployeeSync(Connecteam connecteam) {
        this.connecteam = connecteam;
    }

    /**
     * Asks Connecteam, and waits for the whole answer. Whoever is new is hired on the Central day of {@code now}.
     *
     * @throws ConnecteamFailed if there is none
     */
    public Writing fetch(Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Understood<User> told = connecteam.users();
        return new ToldUsers(told, today);
    }

    private record ToldUsers(Understood<User> told, LocalDate today) implements Writing {
        @Override
        public Changes write(Connection connection) throws SQLException {
            Employees table = new Employees(connection);
            EmployeePlan plan = table.plan(told);
            return plan.changes(told).without(table.apply(plan, today));
        }

        @Override
        public Changes compare(Connection connection, Consumer<String> differences) throws SQLException {
            EmployeePlan plan = new Employees(connection).plan(told);
            plan.changes().forEach(change -> differences.accept(change.text()));
            return plan.changes(told);
        }
    }
}
