package hub.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes script replies apart. */
final class Replies {

    private Replies() {}

    static String text(Object element) {
        return (String) element;
    }

    static boolean yes(List<Object> reply) {
        return !reply.isEmpty() && reply.getFirst().equals(1L);
    }

    static List<?> list(Object element) {
        return (List<?>) element;
    }

    /** A flat list of alternating fields and values. */
    static Map<String, String> map(Object element) {
        List<?> flat = list(element);
        Map<String, String> map = HashMap.newHashMap(flat.size() / 2);
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            map.put(text(flat.get(i)), text(flat.get(i + 1)));
        }
        return map;
    }
}
