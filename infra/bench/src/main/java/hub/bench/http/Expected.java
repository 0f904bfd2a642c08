package hub.bench.http;

/**
 * What counts as an answer under load: a fast refusal must not pass for one.
 *
 * @param status 200 or 304
 * @param length of the body in bytes; negative for any but none
 */
public record Expected(int status, int length) {

    private static final int ANY_LENGTH = -1;

    /** An answer with a body, however long. */
    public static final Expected OK = new Expected(200, ANY_LENGTH);

    /** The same status, and as many bytes. */
    public static Expected like(Exchange answer) {
        return new Expected(answer.status(), answer.body().length);
    }

    /** The same status; while rows come in, bodies grow and shrink. */
    public Expected ofAnyLength() {
        return new Expected(status, ANY_LENGTH);
    }

    /** @throws UnexpectedAnswer if that is not such a one */
    void check(int gotStatus, int gotLength) throws UnexpectedAnswer {
        boolean rightLength = length == ANY_LENGTH ? gotStatus == 304 || gotLength > 0 : gotLength == length;
        if (gotStatus != status || !rightLength) {
            throw new UnexpectedAnswer("status " + gotStatus + " with " + gotLength + " bytes instead of " + this);
        }
    }

    /**
     * Keeps {@code answer} if it is such a one.
     *
     * @throws IllegalStateException if it is not
     */
    public Exchange require(Exchange answer) {
        try {
            check(answer.status(), answer.body().length);
            return answer;
        } catch (UnexpectedAnswer e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "status " + status + " with " + (length == ANY_LENGTH ? "a body" : length + " bytes");
    }
}
