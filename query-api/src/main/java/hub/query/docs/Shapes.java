package hub.query.docs;

import hub.query.hot.Json;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON schemas of Java types, as {@link hub.query.hot.Json} writes them. Records become named schemas, all of whose
 * members are always there, but for those of type {@code Optional}; a component marked {@code @Nullable} may be null.
 */
final class Shapes {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class);
    private static final Set<Class<?>> FRACTIONS =
            Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);

    private final Map<String, Map<String, Object>> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new LinkedHashMap<>();

    /** The schemas of the records seen so far, by name. */
    Map<String, Map<String, Object>> named() {
        return named;
    }

    /** The schema of {@code type}. */
    Map<String, Object> of(Type type) {
        return type instanceof ParameterizedType generic
                ? ofGeneric((Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments()))
                : ofClass((Class<?>) type);
    }

    private Map<String, Object> ofGeneric(Class<?> raw, List<Type> arguments) {
        if (Collection.class.isAssignableFrom(raw)) {
            return ordered("type", "array", "items", of(arguments.getFirst()));
        }
        if (raw == Optional.class) {
            return of(arguments.getFirst());
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ordered("type", "object", "additionalProperties", of(arguments.getLast()));
        }
        throw new IllegalArgumentException("no schema for " + raw);
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (WHOLE.contains(type)) {
            return ordered("type", "integer");
        }
        if (FRACTIONS.contains(type)) {
            return ordered("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type.isEnum()) {
            List<String> words =
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList();
            return ordered("type", "string", "enum", words);
        }
        if (type == String.class || TemporalAccessor.class.isAssignableFrom(type)) {
            return ordered("type", "string");
        }
        return ordered();
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            name = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            name = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + type.getSimpleName();
            owner = owners.putIfAbsent(name, type);
        }
        if (owner == null) {
            named.put(name, Map.of()); // a record may contain itself
            named.put(name, members(type));
        }
        return ordered("$ref", REFERENCE + name);
    }

    private Map<String, Object> members(Class<?> type) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != Optional.class) {
                required.add(Json.name(component.getName()));
            }
            AnnotatedType annotated = component.getAnnotatedType();
            Map<String, Object> schema = of(component.getGenericType());
            if (annotated instanceof AnnotatedParameterizedType generic
                    && isNullable(generic.getAnnotatedActualTypeArguments()[
                            generic.getAnnotatedActualTypeArguments().length - 1])) {
                schema = withNullableContent(schema);
            }
            members.put(Json.name(component.getName()), isNullable(annotated) ? nullable(schema) : schema);
        }
        return ordered("type", "object", "properties", members, "required", required);
    }

    private static Map<String, Object> withNullableContent(Map<String, Object> schema) {
        Map<String, Object> changed = new LinkedHashMap<>(schema);
        changed.replaceAll((key, value) ->
                key.equals("items") || key.equals("additionalProperties") ? nullable(asSchema(value)) : value);
        return changed;
    }

    @SuppressWarnings("unchecked") // written by this class
    private static Map<String, Object> asSchema(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        return schema.get("type") instanceof String type && !schema.containsKey("enum")
                ? with(schema, "type", List.of(type, "null"))
                : schema.isEmpty() ? schema : ordered("oneOf", List.of(schema, ordered("type", "null")));
    }

    private static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(schema);
        changed.put(key, value);
        return changed;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** A JSON object with its members in the given order. */
    static SequencedMap<String, Object> ordered(Object... keysAndValues) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
