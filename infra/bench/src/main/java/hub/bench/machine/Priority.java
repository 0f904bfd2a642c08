package hub.bench.machine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a busy processor. Those who ask and those who answer give way to whoever writes: else they would keep the rows from
 * coming in that they are to be measured beside, and the faster server more than the slower one. Servers in containers are
 * weighed by their own control groups and not by this.
 */
public final class Priority {

    /** As {@code nice} counts. */
    private static final int NICENESS = 10;

    private static final int OF_A_PROCESS = 0;
    private static final int THE_CALLING_ONE = 0;

    /** On Linux it sets the priority of one thread; null elsewhere. */
    private static final @Nullable MethodHandle SET_PRIORITY =
            System.getProperty("os.name").equals("Linux") ? setPriority() : null;

    private Priority() {}

    /** What a command begins with whose process is to give way. */
    public static List<String> givingWay() {
        return List.of("nice", "-n", Integer.toString(NICENESS));
    }

    /** Lets the calling thread give way, for as long as it lives; does nothing where that cannot be said of a thread. */
    public static void giveWay() {
        if (SET_PRIORITY == null) {
            return;
        }
        try {
            int unused = (int) SET_PRIORITY.invokeExact(OF_A_PROCESS, THE_CALLING_ONE, NICENESS);
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority cannot be called", e);
        }
    }

    private static MethodHandle setPriority() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }
}
