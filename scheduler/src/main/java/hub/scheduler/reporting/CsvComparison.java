package hub.scheduler.reporting;

import hub.scheduler.run.Differences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares two tables of reports of one day, whatever their versions: value by value, as {@code section subject measure}. */
final class CsvComparison {

    private static final int SECTION = 2;
    private static final int SUBJECT = 3;
    private static final int MEASURE = 4;
    private static final int VALUE = 5;

    private CsvComparison() {}

    /** How {@code kept} is not {@code right}. Names of people are only said to differ. */
    static Differences between(String kept, String right) {
        Map<String, String> before = values(kept);
        Map<String, String> now = values(right);
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        Differences differences = new Differences();
        for (String key : keys) {
            if (!Objects.equals(before.get(key), now.get(key))) {
                differences.add(
                        key.endsWith(" name")
                                ? key + " (another)"
                                : key + " (" + before.getOrDefault(key, "missing") + ", should be "
                                        + now.getOrDefault(key, "missing") + ")");
            }
        }
        return differences;
    }

    /** Without what says where the figures come from: that differs by nature. */
    private static Map<String, String> values(String csv) {
        Map<String, String> values = new LinkedHashMap<>();
        for (List<String> fields : lines(csv)) {
            if (fields.size() > VALUE
                    && !fields.get(SECTION).equals("report")
                    && !fields.get(SECTION).equals("section")) {
                String key = fields.get(SECTION) + " " + fields.get(SUBJECT) + " " + fields.get(MEASURE);
                values.put(key.replaceAll(" +", " "), fields.get(VALUE));
            }
        }
        return values;
    }

    /** RFC 4180. */
    private static List<List<String>> lines(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(fields));
                    fields.clear();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        return lines;
    }
}
