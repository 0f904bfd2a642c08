package hub.query.hot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which records become JSON: legacy names, plain decimals, nulls kept, components in their order. An {@code
 * Optional} component is left out where it is empty.
 */
public final class Json {

    private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {

        private static final long serialVersionUID = 1;

        private String of(String component) {
            return translate(component);
        }
    }

    private static final Names NAMES = new Names();

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(NAMES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withConfigOverride(
                    Optional.class,
                    optional -> optional.setInclude(JsonInclude.Value.construct(Include.NON_ABSENT, null)))
            .build();

    private Json() {}

    /** How a record's component is called in JSON. */
    public static String name(String component) {
        return NAMES.of(component);
    }

    /** {@code value} in UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
