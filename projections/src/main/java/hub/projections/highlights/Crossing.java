package hub.projections.highlights;

import hub.projections.dimensions.Employees.Employee;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The moment at which somebody's items of a day first reached a threshold: the start of the window that took them there.
 * It counts only while the whole day's items are still that many.
 */
record Crossing(Employee employee, int threshold, Instant at) {

    private static final List<Integer> THRESHOLDS = List.of(100, 250, 500);

    private static final Comparator<Window> BY_START =
            Comparator.comparing(Window::start).thenComparing(Window::id);

    /** The latest first, then the higher threshold, then the lower id. */
    static final Comparator<Crossing> NEWEST_FIRST = Comparator.comparing(Crossing::at)
            .thenComparing(Crossing::threshold)
            .reversed()
            .thenComparing(crossing -> crossing.employee().id());

    /** @param windows one employee's windows of one day, in any order */
    static List<Crossing> of(Employee employee, List<Window> windows) {
        List<Window> ordered = windows.stream().sorted(BY_START).toList();
        long total = ordered.stream().mapToLong(Window::items).sum();
        List<Crossing> crossings = new ArrayList<>();
        long items = 0;
        for (Window window : ordered) {
            items += window.items();
            while (crossings.size() < THRESHOLDS.size()
                    && items >= THRESHOLDS.get(crossings.size())
                    && total >= THRESHOLDS.get(crossings.size())) {
                crossings.add(new Crossing(employee, THRESHOLDS.get(crossings.size()), window.start()));
            }
        }
        return crossings;
    }

    String text() {
        String name = employee.name();
        return switch (threshold) {
            case 500 -> "🌟 " + name + " crushed 500+ items today!";
            case 250 -> "💪 " + name + " hit 250 items!";
            default -> "🎉 " + name + " reached " + threshold + " items!";
        };
    }
}
