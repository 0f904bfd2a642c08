package hub.query.readafter;

import hub.projections.store.SourcePosition;
import hub.query.boards.UnanswerableAt;
import hub.query.hot.Rung;
import hub.query.hot.Served;
import reactor.core.publisher.Mono;

/**
 * What was said to one attempt, be it an answer or that there is none: either is true at a position only.
 *
 * @param passedOn what the caller gets once that position is good enough
 * @param resume what the stream would be resumed from there; empty if it does not come from a stream
 * @param bySource whether the source itself was read
 */
record Said(Mono<Served> passedOn, SourcePosition at, String resume, boolean bySource) {

    static Said of(Served served) {
        return new Said(Mono.just(served), served.at(), served.resume(), served.rung() == Rung.MYSQL);
    }

    static Said of(UnanswerableAt none) {
        return new Said(Mono.error(none), none.at(), none.resume(), none.isBySource());
    }

    String position() {
        return at.text();
    }
}
