package hub.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String HELLO =
            "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: 5\r\nHub-State: live\r\n\r\nhello";
    private static final String UNCHANGED = "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n";

    @Test
    void readsOneAnswerAfterAnother() throws IOException {
        Answers answers = of(HELLO + UNCHANGED + HELLO);

        Exchange first = answers.whole();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("hub-state")).isEqualTo("live");
        assertThat(new String(first.body(), StandardCharsets.US_ASCII)).isEqualTo("hello");
        assertThat(answers.whole().status()).isEqualTo(304);
        answers.skip(new Expected(200, 5));
        assertThatThrownBy(() -> answers.skip(Expected.OK)).isInstanceOf(EOFException.class);
    }

    @Test
    void aBodyThatLooksLikeAHeadIsABody() throws IOException {
        Answers answers = of("HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\nContent-Length: 99\r\n" + HELLO);

        answers.skip(new Expected(200, 20));
        answers.skip(new Expected(200, 5));
    }

    @Test
    void aRefusalIsNoAnswer() {
        Answers answers = of("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 5\r\n\r\nhello");

        assertThatThrownBy(() -> answers.skip(new Expected(200, 5)))
                .hasMessage("status 503 with 5 bytes instead of status 200 with 5 bytes");
    }

    @Test
    void anAnswerOfAnotherLengthIsNone() {
        assertThatThrownBy(() -> of(HELLO).skip(new Expected(200, 6)))
                .hasMessage("status 200 with 5 bytes instead of status 200 with 6 bytes");
        assertThatThrownBy(() -> of(UNCHANGED).skip(Expected.OK))
                .hasMessage("status 304 with 0 bytes instead of status 200 with a body");
    }

    @Test
    void halfAnAnswerIsNone() {
        assertThatThrownBy(() -> of(HELLO.substring(0, HELLO.length() - 1)).skip(Expected.OK))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void anUnchangedAnswerHasNoBody() throws IOException {
        of(UNCHANGED).skip(new Expected(304, 0).ofAnyLength());
    }

    private static Answers of(String text) {
        return new Answers(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
