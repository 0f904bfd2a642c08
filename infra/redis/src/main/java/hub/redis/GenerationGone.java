package hub.redis;

import hub.projections.store.Generation;

/** The generation has no checkpoint: it was discarded, or the store lost it. Whatever else is stored of it is void. */
public final class GenerationGone extends RuntimeException {

    private final Generation generation;

    GenerationGone(Generation generation) {
        super(generation + " is not in the store", null, false, false);
        this.generation = generation;
    }

    public Generation generation() {
        return generation;
    }
}
