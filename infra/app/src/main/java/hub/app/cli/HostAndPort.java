package hub.app.cli;

import hub.app.config.Properties;
import hub.app.config.UsageError;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

record HostAndPort(String host, String port) {

    private static final Pattern FORM = Pattern.compile("(.+):(\\d{1,5})");

    /** @throws UsageError naming {@code flag} if {@code text} is not of the form HOST:PORT */
    static HostAndPort parse(String flag, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UsageError(flag + " must be HOST:PORT, such as localhost:6379, not \"" + text + "\"");
        }
        return new HostAndPort(matcher.group(1), matcher.group(2));
    }

    Map<String, String> asRedis() {
        return Map.of(Properties.REDIS_HOST.name(), host, Properties.REDIS_PORT.name(), port);
    }
}
