package hub.testkit;

import hub.query.http.Parameter;
import hub.query.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README's table of routes, and what its lines would be. */
final class ReadmeRoutes {

    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| (?<route>`(?:GET|POST) /[^`]*` \\| `[a-z:]+`) \\| [^|]+ \\|$");

    private ReadmeRoutes() {}

    /** The first two columns of every line. */
    static List<String> written() {
        try {
            return LINE.matcher(Files.readString(readme()))
                    .results()
                    .map(line -> line.group("route"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first two columns of the line of {@code route}. */
    static String line(Route route) {
        String query = route.parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .map(parameter -> parameter.required() ? parameter.name() : "[" + parameter.name() + "]")
                .collect(Collectors.joining("&"));
        return "`" + route.method() + " " + route.path() + (query.isEmpty() ? "" : "?" + query) + "` | `"
                + route.scope().word() + "`";
    }

    private static Path readme() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .map(folder -> folder.resolve("README.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no README.md above " + Path.of("").toAbsolutePath()));
    }
}
