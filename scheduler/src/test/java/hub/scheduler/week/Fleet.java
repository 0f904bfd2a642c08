package hub.scheduler.week;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two schedulers. Time passes for both of them, and never faster than those that are well can follow: none of them is more
 * than an hour behind, and no run of theirs takes longer. Else a machine that has much to do would, at thousands of simulated
 * seconds a second, simulate servers that take days for what takes seconds.
 */
final class Fleet implements AutoCloseable {

    static final int SLOW = 0;
    static final int FAST = 1;

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration NEVER_LONGER = Duration.ofSeconds(60);
    private static final long HOUR = 60;

    /** Starts the one or the other. */
    @FunctionalInterface
    interface Launcher {
        Child launch(int which) throws IOException;
    }

    private final Launcher launcher;
    private final Duration step;
    private final @Nullable Child[] children = new @Nullable Child[2];
    /** What those told that were killed. */
    private final List<Told> buried = new ArrayList<>();

    private int kills;
    private int waits;

    /** @param step by how much time is told to go on each time */
    Fleet(Launcher launcher, Duration step) {
        this.launcher = launcher;
        this.step = step;
    }

    void launch(int which) throws IOException {
        children[which] = launcher.launch(which);
    }

    /** One that is up. */
    Child child(int which) {
        return Objects.requireNonNull(children[which]);
    }

    boolean isUp(int which) {
        return children[which] != null;
    }

    /** Whether somebody other than {@code which} is there to take over. */
    boolean another(int which) {
        return isUp(1 - which);
    }

    void kill(int which) {
        Child child = children[which];
        if (child != null) {
            kills++;
            bury(which, child);
        }
    }

    private void bury(int which, Child child) {
        child.close();
        buried.add(child.last());
        children[which] = null;
    }

    /** It is {@code now}; returns when it may be later. */
    void tell(Instant now) {
        long began = System.nanoTime();
        all().forEach(child -> child.tell(now));
        if (!await(() -> all().noneMatch(this::isBehind), now)) {
            waits++;
        }
        pause(PACE.minusNanos(System.nanoTime() - began));
    }

    /** Until whatever was due by now is done, or has failed. */
    void finish(Instant now) {
        await(() -> all().allMatch(Fleet::isFinished), now);
    }

    private static boolean isFinished(Child child) {
        return child.isStopped() || child.behind() == 0 && child.last().busyMinutes() == 0;
    }

    /** Nobody is held any more, nor will be. */
    void letGo() {
        all().forEach(Child::letGo);
    }

    private boolean isBehind(Child child) {
        return !child.isStopped()
                && (child.behind() * step.toMinutes() > HOUR || child.last().busyMinutes() > HOUR);
    }

    /** Until then it stays {@code now} for them. False if it never comes. */
    boolean await(BooleanSupplier condition, Instant now) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > NEVER_LONGER.toNanos()) {
                return false;
            }
            pause(LOOK_AGAIN);
            // Who does not answer is told nothing more: else it would have ever more to answer.
            all().filter(child -> child.behind() == 0).forEach(child -> child.tell(now));
        }
        return true;
    }

    int kills() {
        return kills;
    }

    /** How often somebody was behind for a minute of the machine's time, and was not waited for any longer. */
    int waits() {
        return waits;
    }

    int sum(ToIntFunction<Told> figure) {
        return Stream.concat(buried.stream(), all().map(Child::last))
                .mapToInt(figure)
                .sum();
    }

    @Override
    public void close() {
        for (int which = 0; which < children.length; which++) {
            Child child = children[which];
            if (child != null) {
                bury(which, child);
            }
        }
    }

    static void pause(Duration pause) {
        if (pause.isPositive()) {
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private Stream<Child> all() {
        return Stream.of(children).filter(Objects::nonNull);
    }
}
