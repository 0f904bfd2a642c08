package hub.query.stream;

import hub.projections.position.Containment;
import hub.query.hot.Served;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several answers is the earliest: the others contain all that it contains. */
final class Earliest {

    private Earliest() {}

    /** Null if there is none, or none that is known: after a fail-over, positions may be of two histories. */
    static @Nullable Served of(List<Served> several) {
        Served earliest = several.getFirst();
        for (Served other : several) {
            if (isContained(earliest, other)) {
                continue;
            }
            if (!isContained(other, earliest)) {
                return null;
            }
            earliest = other;
        }
        return earliest;
    }

    private static boolean isContained(Served wanted, Served held) {
        String generation = wanted.generation();
        if (generation != null && generation.equals(held.generation())) {
            return wanted.sequence() <= held.sequence();
        }
        try {
            return Containment.of(wanted.at(), held.at()) == Containment.CONTAINED;
        } catch (IllegalArgumentException noneWrittenYet) {
            return false; // a server that has executed nothing prints an empty set
        }
    }
}
