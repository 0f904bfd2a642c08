package hub.bench.read;

import hub.bench.http.Exchange;
import hub.bench.http.Expected;
import hub.bench.http.HttpRequests;

/**
 * One request of the service and its floor.
 *
 * @param what for the report
 * @param asked the service's request
 * @param bare the floor's request
 * @param bytes what the floor answers; empty stands for a 304
 * @param expected what both answer
 */
record Question(String what, byte[] asked, byte[] bare, byte[] bytes, Expected expected) {

    /** @param slot where the floor has the bytes */
    static Question of(String what, byte[] asked, Exchange answer, int slot) {
        String size = answer.body().length == 0 ? "304" : "%.1f kB".formatted(answer.body().length / 1e3);
        return new Question(
                what + ", " + size, asked, HttpRequests.get("/" + slot), answer.body(), Expected.like(answer));
    }
}
