package hub.connecteam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Connecteam's JSON as records. A record that cannot be used is skipped and counted; an answer without the list that was
 * asked for is an {@link UnreadableAnswer}, because an empty list would mean something else.
 */
final class Reading {

    /** Later than any clock-in, and well within what MySQL's DATETIME holds. */
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private Reading() {}

    static Understood<User> users(JsonNode answer) {
        List<User> users = new ArrayList<>();
        int skipped = 0;
        for (JsonNode user : list(answer, "users")) {
            String id = id(user);
            if (id == null) {
                skipped++;
            } else {
                String name = (text(user, "firstName") + " " + text(user, "lastName")).strip();
                String email = text(user, "email");
                users.add(new User(
                        id,
                        name,
                        email.isEmpty() ? null : email,
                        user.path("isArchived").asBoolean(false)));
            }
        }
        return new Understood<>(users, skipped);
    }

    static Understood<WorkedShift> shifts(JsonNode answer) {
        List<WorkedShift> shifts = new ArrayList<>();
        int skipped = 0;
        for (JsonNode user : list(answer, "timeActivitiesByUsers")) {
            String id = id(user);
            for (JsonNode told : user.path("shifts")) {
                Shift shift = shift(told);
                if (id == null || shift == null) {
                    skipped++;
                } else {
                    shifts.add(new WorkedShift(id, shift));
                }
            }
        }
        return new Understood<>(shifts, skipped);
    }

    /** Null for a shift without a start, or with an end that is unreadable or before its start. */
    private static @Nullable Shift shift(JsonNode shift) {
        Instant in = instant(shift.path("start"));
        JsonNode end = shift.path("end").path("timestamp");
        boolean open = end.isMissingNode() || end.isNull();
        Instant out = instant(shift.path("end"));
        if (in == null || !open && (out == null || out.isBefore(in))) {
            return null;
        }
        return new Shift(in, out);
    }

    private static @Nullable Instant instant(JsonNode at) {
        JsonNode seconds = at.path("timestamp");
        return seconds.isIntegralNumber()
                        && seconds.canConvertToLong()
                        && seconds.asLong() > 0
                        && seconds.asLong() < LATEST
                ? Instant.ofEpochSecond(seconds.asLong())
                : null;
    }

    /** Ids are numbers in Connecteam and text in MySQL. */
    private static @Nullable String id(JsonNode user) {
        JsonNode id = user.path("userId");
        String text = id.isIntegralNumber() || id.isString() ? id.asString().strip() : "";
        return text.isEmpty() || text.length() > 50 ? null : text;
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? value.asString().strip() : "";
    }

    private static JsonNode list(JsonNode answer, String name) {
        JsonNode list = answer.path("data").path(name);
        if (!list.isArray()) {
            throw new UnreadableAnswer("Connecteam's answer has no list data." + name);
        }
        return list;
    }
}
