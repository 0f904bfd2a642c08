package hub.query.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The query parameters of one request. Names that nobody asks for are ignored. */
public final class Parameters {

    private static final int MAX_ECHO = 64;

    private final MultiValueMap<String, String> values;

    public Parameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /**
     * The value of {@code name}, or {@code otherwise} if it is not given.
     *
     * @param allowed what is allowed, for people
     * @param parse returns null for what is not allowed
     * @throws Refusal if the value is not allowed, or given more than once
     */
    public <T> T get(String name, String allowed, Function<String, @Nullable T> parse, T otherwise) {
        List<String> given = values.get(name);
        if (given == null) {
            return otherwise;
        }
        if (given.size() > 1) {
            throw refused(name, "given " + given.size() + " times", "one value");
        }
        String value = given.getFirst();
        T parsed = value == null ? null : parse.apply(value);
        if (parsed == null) {
            throw refused(name, value == null ? "" : value, allowed);
        }
        return parsed;
    }

    private static Refusal refused(String name, String value, String allowed) {
        String echo = value.length() <= MAX_ECHO ? value : value.substring(0, MAX_ECHO) + "…";
        return Problem.of(
                        ProblemType.INVALID_PARAMETER,
                        "Parameter \"" + name + "\" is \"" + echo + "\"; allowed: " + allowed)
                .with("parameter", name)
                .with("value", echo)
                .with("allowed", allowed)
                .refusal();
    }
}
