package hub.projections.bottleneck;

import hub.projections.bottleneck.Flow.Worker;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.shifts.ShiftDay;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is at work now, where, and what they can do. */
final class Workers {

    private static final Comparator<Window> BY_START =
            Comparator.comparing(Window::start).thenComparing(Window::id);

    private final ShiftDay shifts;
    private final Map<Long, Window> latest = new HashMap<>();
    private final Skills skills;
    private final Optional<Station> primary;
    private final Instant now;

    Workers(ShiftDay shifts, List<Window> windows, Skills skills, Optional<Station> primary, Instant now) {
        this.shifts = shifts;
        this.skills = skills;
        this.primary = primary;
        this.now = now;
        for (Window window : windows) {
            if (StationFacts.isCurrent(window, now)) {
                latest.merge(
                        window.employeeId(), window, (one, other) -> BY_START.compare(one, other) > 0 ? one : other);
            }
        }
    }

    List<Worker> available(Employees employees) {
        return employees.byId().values().stream()
                .filter(Employee::active)
                .filter(employee -> shifts.of(employee.id()).stream().anyMatch(shift -> shift.running(now)))
                .sorted(Employee.BY_NAME)
                .map(this::worker)
                .toList();
    }

    private Worker worker(Employee employee) {
        long id = employee.id();
        Window current = latest.get(id);
        String activity = current == null ? null : current.activityType();
        String station = activity == null
                ? "Unknown"
                : Station.of(activity).map(Station::displayName).orElse(activity);
        return new Worker(
                id,
                employee.name(),
                station,
                activity,
                skills.of(id),
                skills.performance(id),
                primary.map(bottleneck -> skills.has(id, bottleneck.activityType()))
                        .orElse(false));
    }
}
