package hub.bench.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a busy processor. Those who ask and those who answer get what whoever writes leaves over: else they would keep the
 * rows from coming in that they are to be measured beside, and the faster server more than the slower one.
 *
 * <p>That is Linux' policy for what is idle (sched(7)). A lower priority ({@code nice}) is not enough: whoever writes waits in
 * half a dozen places for one commit, and in each until somebody's slice of some milliseconds is over. Between control groups, as
 * those of containers, their weights count, and the idle of a group gives way to others only where the group itself is the root.
 */
public final class Priority {

    /** {@code SCHED_IDLE}. */
    private static final int IDLE = 5;

    private static final int THE_CALLING_THREAD = 0;

    /** On Linux it sets the policy of one thread; null elsewhere. */
    private static final @Nullable MethodHandle SET_SCHEDULER =
            System.getProperty("os.name").equals("Linux") ? setScheduler() : null;

    private Priority() {}

    /** What a command begins with whose process is to give way. */
    public static List<String> givingWay() {
        return SET_SCHEDULER == null ? List.of() : List.of("chrt", "-i", "0");
    }

    /** Lets the calling thread give way, for as long as it lives; does nothing where that cannot be said of a thread. */
    public static void giveWay() {
        if (SET_SCHEDULER == null) {
            return;
        }
        int failed;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocate(ValueLayout.JAVA_INT); // 0, the only one of this policy
            failed = (int) SET_SCHEDULER.invokeExact(THE_CALLING_THREAD, IDLE, priority);
        } catch (Throwable e) {
            throw new IllegalStateException("sched_setscheduler cannot be called", e);
        }
        if (failed != 0) {
            throw new IllegalStateException("this thread cannot be told to give way: sched_setscheduler refused");
        }
    }

    private static MethodHandle setScheduler() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("sched_setscheduler"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
}
