package hub.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;

/** Calls (and method references, and fields) that the rules forbid. */
final class Calls {

    private static final Set<String> TRANSACTION =
            Set.of("multi", "exec", "discard", "watch", "setenabletransactionsupport");

    private Calls() {}

    static DescribedPredicate<JavaAccess<?>> toRedisTransactions() {
        return describe("a Redis transaction", access -> {
            var target = access.getTarget();
            return isRedisLibrary(target.getOwner().getPackageName())
                    && TRANSACTION.contains(target.getName().toLowerCase(Locale.ROOT));
        });
    }

    static DescribedPredicate<JavaAccess<?>> toTheMachinesClockOrZone() {
        return describe("the machine's clock or zone", access -> {
            var target = access.getTarget();
            var owner = target.getOwner();
            return switch (target.getName()) {
                case "now" -> owner.getPackageName().startsWith("java.time") && !takes(target, Clock.class);
                case "system", "systemUTC", "systemDefaultZone" -> owner.isAssignableTo(java.time.InstantSource.class);
                case "systemDefault" -> owner.isEquivalentTo(ZoneId.class);
                case "getDefault" -> owner.isEquivalentTo(TimeZone.class);
                case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
                case "getInstance" -> owner.isAssignableTo(Calendar.class);
                case "<init>" -> owner.isEquivalentTo(Date.class) && takesNothing(target);
                default -> false;
            };
        });
    }

    static DescribedPredicate<JavaAccess<?>> toWhatMakesObjectsOfInput() {
        return describe("serialisation, or typing by the input", access -> {
            var target = access.getTarget();
            var owner = target.getOwner();
            return owner.isAssignableTo(ObjectInputStream.class)
                    || owner.isAssignableTo(ObjectOutputStream.class)
                    || owner.getName().equals("java.beans.XMLDecoder")
                    || target.getName().endsWith("DefaultTyping")
                            && owner.getPackageName().contains(".jackson.");
        });
    }

    static DescribedPredicate<JavaAccess<?>> toComparisonsThatStopEarly() {
        return describe("a comparison of arrays that stops at the first difference", access -> {
            var target = access.getTarget();
            return switch (target.getName()) {
                case "equals", "mismatch", "compare", "compareUnsigned" ->
                    target.getOwner().isEquivalentTo(Arrays.class);
                case "deepEquals" ->
                    target.getOwner().isEquivalentTo(Objects.class)
                            || target.getOwner().isEquivalentTo(Arrays.class);
                default -> false;
            };
        });
    }

    private static boolean isRedisLibrary(String name) {
        return name.startsWith("io.lettuce") || name.startsWith("org.springframework.data.redis");
    }

    private static boolean takes(AccessTarget target, Class<?> type) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(type));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }
}
