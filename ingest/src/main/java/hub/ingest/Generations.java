package hub.ingest;

import hub.projections.board.Horizon;
import hub.projections.change.Canary;
import hub.projections.model.ReadModel;
import hub.projections.operations.FillPace;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the generations of one store as they should be: the live one and the one before it are fed, at most one more is
 * being built, and nothing else is kept. Only the holder of the ingest lease calls it, on one thread.
 */
final class Generations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    private static final Duration AFTER_UNREACHABLE = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final ReadModelStore store;
    private final Sources sources;
    private final List<ReadModel<?>> models;
    private final String digest;
    private final IngestPolicy policy;
    private final Consumer<FillPace> filled;
    private final InstantSource clock;

    private final Map<Generation, Pipeline> pipelines = new LinkedHashMap<>();
    /** Dead, and told so in a status, before a fresh one takes its place. */
    private final Set<Pipeline> seenDead = new HashSet<>();

    private final Map<Generation, Instant> previousSince = new HashMap<>();
    private @Nullable Build build;
    private boolean rebuildAsked;
    private Instant noBuildBefore = Instant.MIN;
    private long lastNumber;
    private String note = "";

    Generations(
            ReadModelStore store,
            Sources sources,
            List<ReadModel<?>> models,
            String digest,
            IngestPolicy policy,
            Consumer<FillPace> filled,
            InstantSource clock) {
        this.store = store;
        this.sources = sources;
        this.models = models;
        this.digest = digest;
        this.policy = policy;
        this.filled = filled;
        this.clock = clock;
    }

    void ask(OperatorRequest request) {
        LOG.info("an operator asks for {}", request.word());
        finishBuild();
        switch (request) {
            case REBUILD -> rebuildAsked = build == null;
            case ROLLBACK -> rollBack();
            case RETAIN -> retain();
        }
    }

    /** In the next commit of each generation that is fed. */
    private void retain() {
        Horizon horizon = policy.horizon().get();
        for (Pipeline pipeline : pipelines.values()) {
            Pipeline.Flow flow = pipeline.flow();
            if (flow != null) {
                flow.writer().moveHorizon(horizon);
            }
        }
    }

    private void rollBack() {
        Pointer now = store.pointer();
        if (now.previous() == null) {
            note = "rollback refused: there is no previous generation";
            return;
        }
        if (store.movePointer(now, new Pointer(now.previous(), now.live()))) {
            note = "rolled back from " + now.live() + " to " + now.previous();
        }
    }

    /** One step towards how it should be; never waits for the source. */
    void tend() {
        finishBuild();
        Pointer pointer = dropOldPrevious(store.pointer());
        feed(pointer);
        discardLeftovers(pointer);
        if (build == null && buildWanted(pointer)) {
            rebuildAsked = false;
            build = new Build(nextGeneration(pointer), store, sources, models, digest, policy, filled, clock);
        }
    }

    private void finishBuild() {
        Build current = build;
        Build.Outcome outcome = current == null ? null : current.outcome().orElse(null);
        if (current == null || outcome == null) {
            return;
        }
        build = null;
        switch (outcome) {
            case Build.Outcome.Live live -> {
                pipelines.put(current.generation(), live.pipeline());
                note = "";
            }
            case Build.Outcome.Failed failed -> {
                current.close();
                store.discard(current.generation());
                note = failed.unreachable()
                        ? failed.cause()
                        : "building " + current.generation() + " failed: " + failed.cause();
                LOG.warn("{}", note);
                noBuildBefore = clock.instant().plus(failed.unreachable() ? AFTER_UNREACHABLE : AFTER_FAILURE);
            }
        }
    }

    private Pointer dropOldPrevious(Pointer pointer) {
        Generation previous = pointer.previous();
        if (previous == null) {
            previousSince.clear();
            return pointer;
        }
        Instant since = previousSince.computeIfAbsent(previous, g -> clock.instant());
        if (continuable(previous) && clock.instant().isBefore(since.plus(policy.keepPrevious()))) {
            return pointer;
        }
        Pointer without = new Pointer(pointer.live(), null);
        return store.movePointer(pointer, without) ? without : pointer;
    }

    /** Whether rolling back to the generation would serve something that is kept up to date. */
    private boolean continuable(Generation generation) {
        Pipeline feeding = pipelines.get(generation);
        boolean broken = feeding != null && feeding.state() == PipelineState.REBUILD_REQUIRED;
        return !broken && filledByUs(generation);
    }

    /** A generation filled under another digest holds other cells: feeding it with ours would mix the two. */
    private boolean filledByUs(Generation generation) {
        return store.checkpoint(generation)
                .map(Checkpoint::digest)
                .orElse(digest)
                .equals(digest);
    }

    /** Lets each pipeline find out whether its stream is dead. */
    void watch(@Nullable Canary written, long nanos) {
        pipelines.values().forEach(pipeline -> pipeline.watch(written, nanos));
    }

    private void feed(Pointer pointer) {
        for (Pipeline pipeline : List.copyOf(pipelines.values())) {
            if (pipeline.dead() && !seenDead.add(pipeline)) {
                LOG.error("{}: {}; a fresh one begins", pipeline.generation(), pipeline.cause());
                pipeline.close();
                pipelines.remove(pipeline.generation());
                seenDead.remove(pipeline);
            }
        }
        for (Generation wanted : new Generation[] {pointer.live(), pointer.previous()}) {
            if (wanted != null && !pipelines.containsKey(wanted) && !isBuilding(wanted) && filledByUs(wanted)) {
                pipelines.put(
                        wanted,
                        new Pipeline(wanted, store, sources, models, clock, policy.watchdog(), policy.exit()).start());
            }
        }
    }

    private void discardLeftovers(Pointer pointer) {
        for (Pipeline pipeline : List.copyOf(pipelines.values())) {
            if (!kept(pipeline.generation(), pointer)) {
                pipeline.close();
                pipelines.remove(pipeline.generation());
            }
        }
        for (Generation stored : store.generations()) {
            lastNumber = Math.max(lastNumber, stored.number());
            if (!kept(stored, pointer)) {
                LOG.info("discarding {}", stored);
                store.discard(stored);
            }
        }
    }

    private boolean kept(Generation generation, Pointer pointer) {
        return generation.equals(pointer.live()) || generation.equals(pointer.previous()) || isBuilding(generation);
    }

    private boolean isBuilding(Generation generation) {
        return build != null && build.generation().equals(generation);
    }

    private boolean buildWanted(Pointer pointer) {
        if (rebuildAsked) {
            return true;
        }
        if (clock.instant().isBefore(noBuildBefore)) {
            return false;
        }
        Generation live = pointer.live();
        if (live == null) {
            return true;
        }
        Pipeline feeding = pipelines.get(live);
        if (policy.rebuildByItself() && feeding != null && feeding.state() == PipelineState.REBUILD_REQUIRED) {
            return true;
        }
        return !filledByUs(live);
    }

    private Generation nextGeneration(Pointer pointer) {
        for (Generation known : new Generation[] {pointer.live(), pointer.previous()}) {
            lastNumber = known == null ? lastNumber : Math.max(lastNumber, known.number());
        }
        return new Generation(++lastNumber);
    }

    /** What there is to say, one element per generation; while there is none, about the one that will be built. */
    List<PipelineStatus> statuses(String instance, Instant at) {
        List<PipelineStatus> statuses = new ArrayList<>();
        pipelines.values().forEach(pipeline -> statuses.add(noted(pipeline.status(instance, at))));
        Build building = build;
        if (building != null) {
            statuses.add(building.status(instance, at));
        }
        if (statuses.isEmpty()) {
            statuses.add(noted(new PipelineMeter(new Generation(lastNumber + 1)).status(instance, at)));
        }
        return statuses;
    }

    /** The last failed build or refused request shows wherever a pipeline has nothing of its own to say. */
    private PipelineStatus noted(PipelineStatus status) {
        return status.cause().isEmpty() && !note.isEmpty() ? status.withCause(note) : status;
    }

    /** Stops everything that is fed or built; leaves the store as it is. */
    @Override
    public void close() {
        if (build != null) {
            build.close();
            build = null;
        }
        pipelines.values().forEach(Pipeline::close);
        pipelines.clear();
        seenDead.clear();
    }
}
