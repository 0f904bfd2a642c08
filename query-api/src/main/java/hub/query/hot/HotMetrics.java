package hub.query.hot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How often ready answers were there when they were asked for. Counts from the start; shown once bound. */
final class HotMetrics implements MeterBinder {

    /** What became of a question to a view. */
    enum Outcome {
        /** The bytes were ready and known to stand. */
        HIT,
        /** The bytes had only just gone stale, and were given with their own position. */
        GRACE,
        /** A rendering was under way already, and was waited for. */
        JOINED,
        /** The answer was rendered for this question. */
        MISS;

        private static final Outcome[] ALL = values();

        boolean isReady() {
            return switch (this) {
                case HIT, GRACE -> true;
                case JOINED, MISS -> false;
            };
        }
    }

    /** The counts of one view. */
    static final class Asked {

        private final LongAdder[] counts = new LongAdder[Outcome.ALL.length];

        private Asked() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }

        void count(Outcome outcome) {
            counts[outcome.ordinal()].increment();
        }

        private long of(Outcome outcome) {
            return counts[outcome.ordinal()].sum();
        }
    }

    private final Map<String, Asked> byView = new ConcurrentHashMap<>();
    private final LongAdder fromMemory = new LongAdder();
    private final LongAdder fromStore = new LongAdder();
    private final LongSupplier kept;
    private volatile @Nullable MeterRegistry registry;

    /** @param kept how many views are kept ready */
    HotMetrics(LongSupplier kept) {
        this.kept = kept;
    }

    Asked of(String view) {
        return byView.computeIfAbsent(view, missing -> {
            Asked asked = new Asked();
            MeterRegistry bound = registry;
            if (bound != null) {
                register(view, asked, bound);
            }
            return asked;
        });
    }

    /** A view was rendered. */
    void rendered(boolean boardsWereHeld) {
        (boardsWereHeld ? fromMemory : fromStore).increment();
    }

    @Override
    public void bindTo(MeterRegistry to) {
        registry = to;
        byView.forEach((view, asked) -> register(view, asked, to));
        renderings(to, "memory", fromMemory);
        renderings(to, "redis", fromStore);
        Gauge.builder("hub.cache.hit.ratio", this, HotMetrics::ratio)
                .description("The part of all questions since the start whose answers were ready")
                .register(to);
        Gauge.builder("hub.cache.views", kept, LongSupplier::getAsLong)
                .description("Views that are kept ready")
                .register(to);
    }

    private static void renderings(MeterRegistry to, String boards, LongAdder count) {
        FunctionCounter.builder("hub.cache.renderings", count, LongAdder::sum)
                .description("Answers rendered, by where the boards came from")
                .tag("boards", boards)
                .register(to);
    }

    private static void register(String view, Asked asked, MeterRegistry to) {
        for (Outcome outcome : Outcome.ALL) {
            FunctionCounter.builder("hub.cache.asked", asked, counts -> counts.of(outcome))
                    .description(
                            "Questions to views: hit and grace were answered by ready bytes, joined and miss waited")
                    .tag("view", view)
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(to);
        }
    }

    /** 1 while nobody has asked. */
    private double ratio() {
        long ready = 0;
        long all = 0;
        for (Asked asked : byView.values()) {
            for (Outcome outcome : Outcome.ALL) {
                ready += outcome.isReady() ? asked.of(outcome) : 0;
                all += asked.of(outcome);
            }
        }
        return all == 0 ? 1 : (double) ready / all;
    }
}
