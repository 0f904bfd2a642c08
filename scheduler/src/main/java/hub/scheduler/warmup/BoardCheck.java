package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Whether the boards of a day are there, and right as far as a sample shows. */
final class BoardCheck {

    /** How long the stream may take to bring a canary, and a process to answer. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration ROUND_EVERY = Duration.ofSeconds(1);
    private static final Duration STILL_WITHIN = Duration.ofMinutes(2);

    private final Stored stored;
    private final Comparison comparison;
    private final List<Board<?>> boards;
    private final String digest;
    private final Duration every;
    private final Seen seen;

    /** Told of each round: how many partitions were compared, and how many of them were wrong. */
    interface Seen {
        void round(int compared, int different);
    }

    /** @param digest of the catalog that {@code boards} are of; @param every how long between two rounds */
    BoardCheck(Stored stored, Comparison comparison, List<Board<?>> boards, String digest, Duration every, Seen seen) {
        this.stored = stored;
        this.comparison = comparison;
        this.boards = boards;
        this.digest = digest;
        this.every = every;
        this.seen = seen;
    }

    /**
     * Of all boards, against MySQL.
     *
     * @param canary commits the next canary to MySQL, and returns its number
     */
    static BoardCheck against(MysqlBoards mysql, Oracle oracle, Stored stored, LongSupplier canary, Seen seen) {
        Comparison comparison =
                new Comparison(stored, canary, Source.of(mysql, ANSWER_WITHIN), oracle, ANSWER_WITHIN, LOOK_EVERY);
        return new BoardCheck(stored, comparison, Catalog.boards(), Catalog.DIGEST, ROUND_EVERY, seen);
    }

    /**
     * What was compared, in one line.
     *
     * @throws NotWarm naming the boards that are missing, marked or wrong
     */
    String of(LocalDate date) throws NotWarm, InterruptedException {
        Look look = stored.look(Set.of());
        requireThere(look, date);
        Set<PartitionId> samples = Samples.of(boards, date, look.checkpoint().horizon());
        Set<PartitionId> open = samples;
        int entries = 0;
        long deadline = System.nanoTime() + STILL_WITHIN.toNanos();
        while (true) {
            Comparison.Round round = comparison.run(open);
            seen.round(open.size() - round.moving().size(), round.different().size());
            if (!round.different().isEmpty()) {
                throw new NotWarm("not what MySQL says: " + text(round.different())
                        + ". hub rebuild makes them anew beside what is served");
            }
            entries += round.entries();
            open = round.moving();
            if (open.isEmpty()) {
                return samples.size() + " partitions of " + boards.size() + " boards, with " + entries
                        + " entries, are what MySQL says";
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NotWarm("written all the time, so not compared: " + new TreeSet<>(texts(open)));
            }
            Thread.sleep(every);
        }
    }

    private void requireThere(Look look, LocalDate date) throws NotWarm {
        Checkpoint at = look.checkpoint();
        if (at.phase() != Checkpoint.Phase.STREAMING) {
            throw new NotWarm(look.generation() + " is still being filled");
        }
        if (!at.digest().equals(digest)) {
            throw new NotWarm(look.generation() + " was made by another version of the service, with other boards;"
                    + " ingest of this version builds a new one");
        }
        if (date.isBefore(at.horizon().history())) {
            throw new NotWarm("the boards of " + date + " are not held; the first day is "
                    + at.horizon().history());
        }
        List<String> marked = boards.stream()
                .map(Board::name)
                .filter(board -> !look.marks().sound(board))
                .sorted()
                .toList();
        if (!marked.isEmpty()) {
            throw new NotWarm("marked as wrong by the store: " + marked);
        }
    }

    private static String text(Map<PartitionId, String> different) {
        Map<String, String> sorted = new TreeMap<>();
        different.forEach((partition, extent) -> sorted.put(partition.text(), extent));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Set<String> texts(Set<PartitionId> partitions) {
        return partitions.stream().map(PartitionId::text).collect(Collectors.toSet());
    }
}
