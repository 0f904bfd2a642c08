package hub.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A half-open range {@code [from, to)}. */
record Span<T extends Comparable<? super T>>(T from, T to) {

    /** The fewest spans that cover the same, in order: overlapping and touching ones become one. */
    static <T extends Comparable<? super T>> List<Span<T>> joined(Collection<Span<T>> spans) {
        List<Span<T>> joined = new ArrayList<>();
        for (Span<T> span :
                spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span<T> last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.to().compareTo(span.from()) < 0) {
                joined.add(span);
            } else if (last.to().compareTo(span.to()) < 0) {
                joined.set(joined.size() - 1, new Span<>(last.from(), span.to()));
            }
        }
        return joined;
    }
}
