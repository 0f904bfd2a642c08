package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptArgsTest {

    private static final Script SCRIPT = new Script("test", "return {}", "abc");

    @Test
    void writesArgumentsAsTheyTravel() {
        ScriptArgs args =
                ScriptArgs.of(SCRIPT, List.of("key")).and("Ä|🌱").and(-12).and("");

        assertThat(encoded(args))
                .isEqualTo("$3\r\nabc\r\n$1\r\n1\r\n$3\r\nkey\r\n$7\r\nÄ|🌱\r\n$3\r\n-12\r\n$0\r\n\r\n");
        assertThat(args.count()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -7, 10, 1_099_511_627_776L, -549_755_813_888L, Long.MAX_VALUE, Long.MIN_VALUE})
    void writesNumbersInDecimal(long number) {
        String text = Long.toString(number);

        assertThat(encoded(ScriptArgs.of(SCRIPT, List.of()).and(number)))
                .isEqualTo("$3\r\nabc\r\n$1\r\n0\r\n$" + text.length() + "\r\n" + text + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 99, 100, 127, 128, 129, 1_000})
    void tellsTheSizeOfEachArgument(int size) {
        String text = "x".repeat(size);

        assertThat(encoded(ScriptArgs.of(SCRIPT, List.of()).and(text))).endsWith("$" + size + "\r\n" + text + "\r\n");
    }

    @Test
    void growsAsNeededAndCanBeSentAgain() {
        ScriptArgs args = ScriptArgs.of(SCRIPT, List.of());
        String large = "x".repeat(100_000);
        args.and(large).and("end");

        assertThat(encoded(args))
                .endsWith("$100000\r\n" + large + "\r\n$3\r\nend\r\n")
                .isEqualTo(encoded(args));
    }

    @Test
    void keepsRowDataOutOfLogs() {
        ScriptArgs args = ScriptArgs.of(SCRIPT, List.of()).and("=Ana");

        assertThat(args.toCommandString()).isEqualTo("3 arguments");
        assertThat(args.toString()).doesNotContain("Ana");
    }

    private static String encoded(ScriptArgs args) {
        ByteBuf out = Unpooled.buffer();
        args.encode(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
