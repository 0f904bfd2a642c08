package hub.scheduler.warmup;

import hub.projections.board.PartitionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Compares partitions of the live generation with MySQL at one state of both, while writers and the stream go on:
 *
 * <ol>
 *   <li>look at what is stored;
 *   <li>commit a canary: what was stored had been committed before, so it is visible from now on;
 *   <li>read MySQL, and ask the oracle;
 *   <li>commit a canary, and wait until it is stored: so is everything that was read;
 *   <li>look again.
 * </ol>
 *
 * A partition that has one version at both looks was the same at the moment of the read, and must be what was read. One that
 * was written meanwhile is not judged.
 */
final class Comparison {

    private final Stored stored;
    private final LongSupplier canary;
    private final Source source;
    private final Oracle oracle;
    private final Duration within;
    private final Duration every;

    /**
     * @param canary commits the next canary to MySQL, and returns its number
     * @param within how long the stream may take to bring a canary; @param every how long between two looks
     */
    Comparison(Stored stored, LongSupplier canary, Source source, Oracle oracle, Duration within, Duration every) {
        this.stored = stored;
        this.canary = canary;
        this.source = source;
        this.oracle = oracle;
        this.within = within;
        this.every = every;
    }

    /**
     * How it ended.
     *
     * @param entries how many were compared and found equal
     * @param different which partitions are wrong, with how much of each
     * @param moving which were written meanwhile, and so not compared
     */
    record Round(int entries, Map<PartitionId, String> different, Set<PartitionId> moving) {}

    /** @throws NotWarm if the read models do not come to contain what was read in time */
    Round run(Set<PartitionId> partitions) throws NotWarm, InterruptedException {
        Look before = stored.look(partitions);
        long first = canary.getAsLong();
        Map<PartitionId, Map<String, String>> right = source.read(partitions);
        Map<PartitionId, BigDecimal> figures = oracle.figures(partitions);
        long second = canary.getAsLong();
        Look after = containing(second, partitions);
        // Canaries only grow, unless the database is another one.
        if (second <= first || !before.generation().equals(after.generation())) {
            return new Round(0, Map.of(), partitions);
        }
        int entries = 0;
        Map<PartitionId, String> different = new HashMap<>();
        Set<PartitionId> moving = new HashSet<>();
        for (PartitionId partition : partitions) {
            Map<String, String> held = after.of(partition).fields();
            Map<String, String> wanted = right.getOrDefault(partition, Map.of());
            if (!before.of(partition).version().equals(after.of(partition).version())) {
                moving.add(partition);
            } else if (!held.equals(wanted)) {
                different.put(partition, extent(held, wanted));
            } else {
                entries += held.size();
                // A row that cannot be computed is missing on both sides, and told of elsewhere.
                if (!after.checkpoint().parked().touches(Set.of(partition.board()))) {
                    contradiction(partition, held, figures).ifPresent(words -> different.put(partition, words));
                }
            }
        }
        return new Round(entries, Map.copyOf(different), Set.copyOf(moving));
    }

    /** Where the oracle says something else than what is held. */
    private static Optional<String> contradiction(
            PartitionId partition, Map<String, String> held, Map<PartitionId, BigDecimal> figures) {
        BigDecimal right = figures.get(partition);
        return right == null
                ? Optional.empty()
                : Figures.held(partition, held)
                        .filter(figure -> figure.compareTo(right) != 0)
                        .map(figure -> "its sum, " + figure.toPlainString() + " instead of " + right.toPlainString());
    }

    private Look containing(long n, Set<PartitionId> partitions) throws NotWarm, InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        Look look = stored.look(partitions);
        while (!look.contains(n)) {
            if (System.nanoTime() - deadline > 0) {
                throw new NotWarm("the read models do not contain what MySQL had " + within.toSeconds()
                        + " s ago. Is a process with the role ingest streaming?");
            }
            Thread.sleep(every);
            look = stored.look(partitions);
        }
        return look;
    }

    /** No values: they may hold names. */
    private static String extent(Map<String, String> held, Map<String, String> wanted) {
        Set<String> entries = new TreeSet<>(held.keySet());
        entries.addAll(wanted.keySet());
        long different = entries.stream()
                .filter(entry -> !Objects.equals(held.get(entry), wanted.get(entry)))
                .count();
        return different + " of " + entries.size() + " entries";
    }
}
