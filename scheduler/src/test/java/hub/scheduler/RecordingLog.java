package hub.scheduler;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps what is logged at info and above. */
final class RecordingLog {

    final List<String> lines = new ArrayList<>();

    final Logger logger = (Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                if (List.of("info", "warn", "error").contains(method.getName())) {
                    Object[] parameters = arguments[1] instanceof Object[] array
                            ? array
                            : Arrays.copyOfRange(arguments, 1, arguments.length);
                    lines.add(method.getName() + ": "
                            + MessageFormatter.arrayFormat((String) arguments[0], parameters)
                                    .getMessage());
                }
                return null;
            });
}
