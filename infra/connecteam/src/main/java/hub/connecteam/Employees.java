package hub.connecteam;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table {@code employees}. */
final class Employees {

    private final Connection connection;

    Employees(Connection connection) {
        this.connection = connection;
    }

    /** Employee ids by Connecteam's user ids. Of two rows with one user, the older. */
    Map<String, Long> byUser() throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        for (StoredEmployee employee : stored()) {
            if (employee.user() != null && !employee.user().isEmpty()) {
                ids.putIfAbsent(employee.user(), employee.id());
            }
        }
        return ids;
    }

    EmployeePlan plan(Understood<User> told) throws SQLException {
        return EmployeePlan.of(told.records(), stored());
    }

    /**
     * Nobody waits for a row that the database refuses, of a name that is too long or an address that it takes for another's:
     * that ends its statement, and not the transaction.
     *
     * @return Connecteam's ids of those whose rows were refused
     */
    List<String> apply(EmployeePlan plan, LocalDate today) throws SQLException {
        List<String> refused = new ArrayList<>();
        for (EmployeeChange change : plan.changes()) {
            try {
                switch (change) {
                    case EmployeeChange.Add add -> add(add, today);
                    case EmployeeChange.Change of -> change(of);
                }
            } catch (SQLException e) {
                if (!isOfItsValues(e)) {
                    throw e;
                }
                refused.add(change.user());
            }
        }
        return refused;
    }

    /** By the classes of the standard: data exceptions, and violations of constraints. */
    private static boolean isOfItsValues(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private List<StoredEmployee> stored() throws SQLException {
        List<StoredEmployee> employees = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(
                        "SELECT id, name, email, connecteam_user_id, is_active FROM employees ORDER BY id");
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                employees.add(new StoredEmployee(
                        row.getLong(1),
                        Objects.requireNonNullElse(row.getString(2), ""),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)));
            }
        }
        return employees;
    }

    private void add(EmployeeChange.Add of, LocalDate today) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT INTO employees"
                + " (connecteam_user_id, name, email, hire_date, is_active) VALUES (?, ?, ?, ?, 1)")) {
            sql.setString(1, of.user());
            sql.setString(2, of.name());
            sql.setString(3, of.email());
            sql.setObject(4, today);
            sql.executeUpdate();
        }
    }

    private void change(EmployeeChange.Change of) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("UPDATE employees"
                + " SET connecteam_user_id = ?, name = ?, is_active = ?, updated_at = UTC_TIMESTAMP() WHERE id = ?")) {
            sql.setString(1, of.user());
            sql.setString(2, of.name());
            sql.setBoolean(3, of.active());
            sql.setLong(4, of.stored().id());
            sql.executeUpdate();
        }
    }
}
