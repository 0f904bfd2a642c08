package hub.projections.staff;

import org.jspecify.annotations.Nullable;

/**
 * One employee, with the legacy's field names.
 *
 * @param currentStreak live: derived; stored: as {@code employees.current_streak} says, which may be null
 * @param firstName up to the first space of the name
 * @param lastName what follows it; empty without one
 */
public record Person(
        long id, String name, String fullName, @Nullable Long currentStreak, String firstName, String lastName) {

    static Person of(long id, String name, @Nullable Long streak) {
        int space = name.indexOf(' ');
        return new Person(
                id,
                name,
                name,
                streak,
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1));
    }
}
