package hub.query;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Canary;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Announcement;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.query.boards.BoardSource;
import hub.redis.BoardTouch;
import hub.redis.Marks;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.redis.Pulse;
import hub.redis.ReadResult;
import hub.redis.StoreSignal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A store in memory that can lose announcements, go back in time, and fail. One generation; one thread. */
public final class FakeStore implements BoardSource {

    public static final Generation GENERATION = new Generation(1);

    private record State(
            Checkpoint checkpoint,
            Map<PartitionId, Map<String, String>> fields,
            Map<PartitionId, PartitionVersion> versions) {}

    private final Clock clock;
    private final BiFunction<String, Long, SourcePosition> positions;
    private final Sinks.Many<StoreSignal> signals = Sinks.many().multicast().directBestEffort();
    private State state;
    private String lineage = "a";
    private Set<PartitionId> unannounced = new HashSet<>();
    public Pointer pointer = new Pointer(GENERATION, null);
    public Marks marks = Marks.NONE;
    public List<PipelineStatus> statuses = new ArrayList<>();
    public @Nullable Canary written;
    public boolean losing;
    public @Nullable RuntimeException failure;
    /** Runs just before each read: what another writer does in between. */
    public Runnable beforeRead = () -> {};
    /** Runs after each commit, before it is announced. */
    public Runnable committed = () -> {};

    /** How many partitions a look of 10,000 fields has room for. */
    public int room = Integer.MAX_VALUE;

    public int reads;
    public int sent;

    public FakeStore(Clock clock) {
        this(clock, Horizon.UNLIMITED);
    }

    public FakeStore(Clock clock, Horizon horizon) {
        this(clock, horizon, SourcePosition.BinlogFile::new);
    }

    /** @param positions of the n-th commit of a branch of history */
    public FakeStore(Clock clock, Horizon horizon, BiFunction<String, Long, SourcePosition> positions) {
        this.clock = clock;
        this.positions = positions;
        state = new State(
                Checkpoint.filling("server", horizon, "digest")
                        .streamedTo(progress("a", 1))
                        .withCanary(beat(1)),
                Map.of(),
                Map.of());
        written = beat(1);
    }

    private Canary beat(long n) {
        return new Canary(n, clock.instant());
    }

    private SourceProgress progress(String branch, long sequence) {
        return new SourceProgress("r", positions.apply(branch, sequence), clock.instant(), List.of());
    }

    public Checkpoint checkpoint() {
        return state.checkpoint();
    }

    public Object snapshot() {
        return state;
    }

    /** Goes back; what is committed from here on is another history. */
    public void goBackTo(Object snapshot) {
        state = (State) snapshot;
        lineage = lineage + "'";
    }

    public void signal(StoreSignal signal) {
        signals.tryEmitNext(signal);
    }

    public void resubscribed() {
        signal(new StoreSignal.Resubscribed());
    }

    /** Adds {@code by} to the field {@code n} of each partition. */
    public Checkpoint commit(int by, PartitionId... touched) {
        return commit(by, false, touched);
    }

    /** Moves {@code by} from one partition to another in one commit. */
    public Checkpoint transfer(int by, PartitionId from, PartitionId to) {
        return commit(Map.of(from, -by, to, by), false);
    }

    public Checkpoint commit(int by, boolean midTransaction, PartitionId... touched) {
        Map<PartitionId, Integer> added = new HashMap<>();
        for (PartitionId id : touched) {
            added.put(id, by);
        }
        return commit(added, midTransaction);
    }

    private Checkpoint commit(Map<PartitionId, Integer> added, boolean midTransaction) {
        long sequence = state.checkpoint().sequence() + 1;
        Map<PartitionId, Map<String, String>> fields = new HashMap<>(state.fields());
        Map<PartitionId, PartitionVersion> versions = new HashMap<>(state.versions());
        for (PartitionId id : added.keySet()) {
            int was = Integer.parseInt(fields.getOrDefault(id, Map.of()).getOrDefault("n", "0"));
            fields.put(id, Map.of("n", Integer.toString(was + added.get(id))));
            versions.put(id, new PartitionVersion(sequence, lineage));
            unannounced.add(id);
        }
        written = beat(sequence);
        Checkpoint next = midTransaction
                ? state.checkpoint().insideTransaction("r")
                : state.checkpoint().streamedTo(progress(lineage, sequence));
        next = next.withSequence(sequence).withCanary(beat(sequence));
        state = new State(next, fields, versions);
        committed.run();
        if (!midTransaction) {
            Set<PartitionId> announced = Set.copyOf(unannounced);
            unannounced = new HashSet<>();
            if (!losing) {
                signal(new StoreSignal.Announced(new Announcement(GENERATION, next, announced)));
            }
        }
        return next;
    }

    public int value(PartitionId id) {
        return Integer.parseInt(state.fields().getOrDefault(id, Map.of()).getOrDefault("n", "0"));
    }

    @Override
    public Mono<ReadResult> look(Generation generation, Map<PartitionId, @Nullable PartitionVersion> held, int fields) {
        return Mono.fromSupplier(() -> {
            reads++;
            beforeRead.run();
            if (failure != null) {
                throw failure;
            }
            Map<PartitionId, PartitionRead> changed = new HashMap<>();
            Set<PartitionId> unsent = new HashSet<>();
            held.forEach((id, version) -> {
                PartitionVersion now = state.versions().getOrDefault(id, PartitionVersion.UNTOUCHED);
                if (!now.equals(version) && changed.size() >= (long) room * fields / 10_000) {
                    unsent.add(id);
                } else if (!now.equals(version)) {
                    sent++;
                    changed.put(id, new PartitionRead(now, state.fields().getOrDefault(id, Map.of())));
                }
            });
            return new ReadResult(generation, state.checkpoint(), marks, changed, unsent);
        });
    }

    @Override
    public Flux<StoreSignal> signals() {
        return signals.asFlux();
    }

    @Override
    public Mono<Pulse> pulse() {
        return Mono.fromSupplier(() -> {
            if (failure != null) {
                throw failure;
            }
            return new Pulse(
                    pointer,
                    pointer.live() == null ? null : state.checkpoint(),
                    marks,
                    Map.of(
                            "numbers",
                            new BoardTouch(
                                    state.checkpoint().sequence(),
                                    state.checkpoint().committedAt())),
                    statuses,
                    written);
        });
    }
}
