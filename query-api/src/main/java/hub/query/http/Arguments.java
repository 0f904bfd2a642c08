package hub.query.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The parsed values of all declared parameters of one request. Immutable. */
public final class Arguments {

    private static final int MAX_ECHO = 64;

    private final List<Parameter<?>> declared;
    private final Object[] values;
    private final Instant now;

    private Arguments(List<Parameter<?>> declared, Object[] values, Instant now) {
        this.declared = declared;
        this.values = values;
        this.now = now;
    }

    /**
     * Reads every parameter of {@code declared}. Names that none declares are ignored.
     *
     * @param given the texts, by name
     * @param now the clock that defaults are made from
     * @throws Refusal if a value is missing, not allowed, or given more than once
     */
    public static Arguments parse(List<Parameter<?>> declared, Map<String, List<String>> given, Instant now) {
        Object[] values = new Object[declared.size()];
        for (int i = 0; i < values.length; i++) {
            Parameter<?> parameter = declared.get(i);
            values[i] = value(parameter, given.getOrDefault(parameter.name(), List.of()), now);
        }
        return new Arguments(declared, values, now);
    }

    /**
     * The value of a declared parameter.
     *
     * @throws IllegalArgumentException if the route does not declare it
     */
    @SuppressWarnings("unchecked") // what was put in was parsed by the parameter itself
    public <T> T get(Parameter<T> parameter) {
        for (int i = 0; i < values.length; i++) {
            if (declared.get(i) == parameter) {
                return (T) values[i];
            }
        }
        throw new IllegalArgumentException("the parameter \"" + parameter.name() + "\" is not declared");
    }

    /** The clock that defaults were made from. */
    public Instant now() {
        return now;
    }

    private static Object value(Parameter<?> parameter, List<String> given, Instant now) {
        if (given.isEmpty()) {
            Parameter.Default<?> otherwise = parameter.otherwise();
            if (otherwise == null) {
                throw refused(parameter, "", "Parameter \"" + parameter.name() + "\" is missing");
            }
            return otherwise.value().apply(now);
        }
        if (given.size() > 1) {
            String times = "given " + given.size() + " times";
            throw refused(parameter, times, "Parameter \"" + parameter.name() + "\" is " + times);
        }
        Object value = parameter.parse().apply(given.getFirst());
        if (value == null) {
            throw refused(parameter, given.getFirst());
        }
        return value;
    }

    /** Refuses {@code text} for what the parameter's own declaration says. */
    private static Refusal refused(Parameter<?> parameter, String text) {
        return refused(parameter, echo(text), "Parameter \"" + parameter.name() + "\" is \"" + echo(text) + "\"");
    }

    private static Refusal refused(Parameter<?> parameter, String value, String what) {
        return Problem.of(ProblemType.INVALID_PARAMETER, what + "; allowed: " + parameter.allowed())
                .with("parameter", parameter.name())
                .with("value", value)
                .with("allowed", parameter.allowed())
                .refusal();
    }

    private static String echo(String text) {
        return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
    }
}
