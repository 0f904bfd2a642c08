package hub.testkit.architecture.planted.query;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

public final class DeserialisesObjects {

    static Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }

    static void write(ObjectOutputStream out) throws IOException {
        out.writeObject("");
    }

    static JsonMapper anyType(JsonMapper.Builder builder) {
        return builder.activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder().build(), DefaultTyping.NON_FINAL)
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    static Object namedByTheInput() {
        return "";
    }

    static Object evaluate(String input) {
        return new SpelExpressionParser().parseExpression(input).getValue();
    }
}
