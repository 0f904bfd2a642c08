package hub.bench.http;

import java.io.IOException;

/** The server answered, but not what is measured. */
final class UnexpectedAnswer extends IOException {

    private static final long serialVersionUID = 1;

    UnexpectedAnswer(String message) {
        super(message);
    }
}
