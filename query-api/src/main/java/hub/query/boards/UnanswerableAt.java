package hub.query.boards;

import hub.projections.store.Checkpoint;
import hub.projections.store.SourcePosition;
import hub.projections.view.Unanswerable;

/** Why a view has no answer, and where the boards stood from which that was found out. */
public final class UnanswerableAt extends Unanswerable {

    private static final long serialVersionUID = 1;

    private final Unanswerable why;
    private final transient SourcePosition at;
    private final String resume;
    private final boolean bySource;

    private UnanswerableAt(Unanswerable why, SourcePosition at, String resume, boolean bySource) {
        super(String.valueOf(why.getMessage()));
        this.why = why;
        this.at = at;
        this.resume = resume;
        this.bySource = bySource;
    }

    /** Found out from boards that stand at {@code at}. */
    public static UnanswerableAt of(Unanswerable why, Checkpoint at) {
        return new UnanswerableAt(why, at.position(), at.resume(), false);
    }

    /** Found out from a read of the source, which contains {@code at} and may contain more. */
    public static UnanswerableAt bySource(Unanswerable why, SourcePosition at) {
        return new UnanswerableAt(why, at, "", true);
    }

    public Unanswerable why() {
        return why;
    }

    public SourcePosition at() {
        return at;
    }

    /** What the stream would be resumed from at that position; empty if it does not come from a stream. */
    public String resume() {
        return resume;
    }

    /** Whether the source itself was read, so that more than the position may be contained. */
    public boolean isBySource() {
        return bySource;
    }
}
