package hub.query.http;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a view's query is made from declared parameters.
 *
 * @param make may throw a {@link Refusal} for what single parameters cannot know, such as a range that ends before it starts
 */
public record QueryShape<Q>(List<Parameter<?>> parameters, Function<Arguments, Q> make) {

    public QueryShape {
        parameters = List.copyOf(parameters);
    }

    /** No parameters. */
    public static <Q> QueryShape<Q> always(Q query) {
        return new QueryShape<>(List.of(), arguments -> query);
    }

    public static <A, Q> QueryShape<Q> of(Parameter<A> a, Function<A, Q> make) {
        return new QueryShape<>(List.of(a), arguments -> make.apply(arguments.get(a)));
    }

    public static <A, B, Q> QueryShape<Q> of(Parameter<A> a, Parameter<B> b, BiFunction<A, B, Q> make) {
        return new QueryShape<>(List.of(a, b), arguments -> make.apply(arguments.get(a), arguments.get(b)));
    }
}
