package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextSearchTest {

    private static final Pattern WANTED = Pattern.compile("from=\\d+.*?to=\\d+;", Pattern.DOTALL);

    private final TextSearch search = new TextSearch();

    @Test
    void findsAWholeOneOnce() {
        assertThat(finds("from=1\nto=2;")).isTrue();
        assertThat(finds("to=3 from=3")).isFalse();
    }

    @Test
    void findsOneThatComesInPieces() {
        assertThat(finds("from=1 fr")).isFalse();
        assertThat(finds("om t")).isFalse();
        assertThat(finds("o=12;")).isTrue();
    }

    @Test
    void looksOnlyAtWhatHasArrived() {
        byte[] text = "from=1 to=2;".getBytes(StandardCharsets.US_ASCII);
        assertThat(search.finds(WANTED, text, text.length - 1)).isFalse();
    }

    private boolean finds(String piece) {
        return search.finds(WANTED, piece.getBytes(StandardCharsets.US_ASCII), piece.length());
    }
}
