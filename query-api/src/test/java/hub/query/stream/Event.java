package hub.query.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event as a browser would see it; a comment has the name {@code comment}, a lone retry {@code retry}. */
record Event(String name, String data, @Nullable String id) {

    static List<Event> parse(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        List<Event> events = new ArrayList<>();
        for (String block : all.toString(StandardCharsets.UTF_8).split("\n\n")) {
            String name = block.startsWith(":") ? "comment" : block.startsWith("retry:") ? "retry" : "message";
            String data = "";
            String id = null;
            for (String line : block.split("\n")) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                }
            }
            events.add(new Event(name, data, id));
        }
        return events;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(data);
    }

    String view() {
        return json().path("view").asString("");
    }

    int number() {
        return json().path("body").path("the_number").asInt(-1);
    }
}
