package hub.query.ladder;

import hub.mysql.MysqlBoards.OneRead;
import hub.projections.board.PartitionId;
import hub.projections.position.Containment;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import hub.projections.view.View;
import hub.query.boards.BoardSource;
import hub.query.boards.LiveBoards;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Compares what is stored for one view and query with what MySQL's rows give, at an equal position: the only thing that
 * finds a change that the binlog does not carry. Meters: {@code hub.parity.differences} (entries that differed, ever) and
 * {@code hub.parity.comparisons}, without which no difference means nothing.
 *
 * <p>Positions are equal if the source stood still around the read and the store stands there: on a busy source most
 * attempts end without a comparison, which costs one bounded read.
 */
public final class Audit implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final SourceReads source;
    private final BoardSource store;
    private final LiveBoards live;
    private final LongAdder differences = new LongAdder();
    private final LongAdder comparisons = new LongAdder();

    /** What MySQL says, and where it stood. */
    private record Read(SourcePosition position, Map<PartitionId, Map<String, String>> fields) {}

    public Audit(SourceReads source, BoardSource store, LiveBoards live) {
        this.source = source;
        this.store = store;
        this.live = live;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "hub.parity.differences", "Stored entries that differed from MySQL's rows", differences::sum);
        counter(registry, "hub.parity.comparisons", "Comparisons of a view and day with MySQL", comparisons::sum);
    }

    private static void counter(MeterRegistry registry, String name, String what, LongSupplier value) {
        FunctionCounter.builder(name, value, v -> (double) v.getAsLong())
                .description(what)
                .register(registry);
    }

    /**
     * One attempt; empty if no comparison came about, else how many entries differ. A difference counts only if a second
     * look finds one too: servers show a commit a moment before the position that contains it.
     */
    public <Q> Mono<Long> compare(View<Q, ?> view, Q query, Instant now) {
        return look(view, query, now)
                .flatMap(first ->
                        first == 0 ? Mono.just(first) : look(view, query, now).delaySubscription(AGAIN))
                .doOnNext(differing -> count(view.name(), differing));
    }

    private <Q> Mono<Long> look(View<Q, ?> view, Q query, Instant now) {
        Generation generation = live.vitals().pulse().pointer().live();
        if (generation == null) {
            return Mono.empty();
        }
        return source.inOneRead(read -> load(view, query, now, read, ReadBoards.none())
                        .map(boards -> new Read(read.positionAtLeast(), boards.fields()))
                        .filter(whole -> read.complete()))
                .filterWhen(read -> standsStillAt(read.position()))
                .flatMap(read -> compared(generation, read));
    }

    private Mono<Boolean> standsStillAt(SourcePosition position) {
        return source.inOneRead(later -> Mono.just(equal(later.positionAtLeast(), position)));
    }

    private Mono<Long> compared(Generation generation, Read read) {
        Map<PartitionId, @Nullable PartitionVersion> wanted = new HashMap<>();
        read.fields().keySet().forEach(id -> wanted.put(id, null));
        return store.read(generation, wanted)
                .filter(result -> !result.checkpoint().midTransaction())
                .filter(result -> equal(result.checkpoint().position(), read.position()))
                .map(result -> differing(read, result.changed()));
    }

    private static long differing(Read read, Map<PartitionId, PartitionRead> stored) {
        long differing = 0;
        for (Map.Entry<PartitionId, Map<String, String>> wanted : read.fields().entrySet()) {
            PartitionRead found = stored.get(wanted.getKey());
            differing += difference(wanted.getValue(), found == null ? Map.of() : found.fields());
        }
        return differing;
    }

    private void count(String view, long differing) {
        comparisons.increment();
        differences.add(differing);
        if (differing > 0) {
            LOG.error(
                    "{} entries stored for {} differ from MySQL: look for what the binlog lacks, then rebuild",
                    differing,
                    view);
        }
    }

    private static long difference(Map<String, String> one, Map<String, String> other) {
        Set<String> entries = new TreeSet<>(one.keySet());
        entries.addAll(other.keySet());
        return entries.stream()
                .filter(entry -> !Objects.equals(one.get(entry), other.get(entry)))
                .count();
    }

    private static boolean equal(SourcePosition one, SourcePosition other) {
        return Containment.of(one, other) == Containment.CONTAINED
                && Containment.of(other, one) == Containment.CONTAINED;
    }

    private static <Q> Mono<ReadBoards> load(View<Q, ?> view, Q query, Instant now, OneRead read, ReadBoards boards) {
        Set<PartitionId> missing = boards.missing(view.reads(query, boards, now));
        return missing.isEmpty()
                ? Mono.just(boards)
                : read.load(missing).flatMap(more -> load(view, query, now, read, boards.with(more)));
    }
}
