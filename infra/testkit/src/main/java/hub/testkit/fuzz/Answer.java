package hub.testkit.fuzz;

/**
 * What came back.
 *
 * @param status 0 if the connection was closed, or silent, without an answer
 * @param headers as sent, in lower case
 * @param body the beginning of it, if there is one
 * @param open whether the connection can be used again
 */
record Answer(int status, String headers, String body, boolean open) {

    static final Answer NONE = new Answer(0, "", "", false);

    String header(String name) {
        int at = headers.indexOf("\n" + name + ": ");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 3;
        int end = headers.indexOf('\r', from);
        return headers.substring(from, end < 0 ? headers.length() : end);
    }
}
