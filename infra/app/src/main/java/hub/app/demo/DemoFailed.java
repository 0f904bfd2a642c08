package hub.app.demo;

import org.jspecify.annotations.Nullable;

/** The demo did not get as far as its first answer; the message says where it stopped. */
public final class DemoFailed extends RuntimeException {
    DemoFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
