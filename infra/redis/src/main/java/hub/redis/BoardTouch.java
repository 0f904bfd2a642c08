package hub.redis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a board was last written.
 *
 * @param sequence of that commit
 * @param committedAt when the source committed what it contains; null while filling
 */
public record BoardTouch(long sequence, @Nullable Instant committedAt) {

    static BoardTouch parse(String text) {
        int space = text.indexOf(' ');
        String at = text.substring(space + 1);
        return new BoardTouch(Long.parseLong(text.substring(0, space)), at.isEmpty() ? null : Instant.parse(at));
    }
}
