package hub.testkit.mutation;

import hub.testkit.hub.CaughtUp;

/** What must hold of a service that is right, and of no service with a defect. Each is named in the report. */
enum Law {
    FILLED("filled: a snapshot ends, and what it read is streamed from"),
    ANSWER("answer: one that contains everything comes in time"),
    PARITY("parity: an answer that contains everything says what SQL says"),
    TRANSFER("transfer: readers never see half a transaction"),
    MEMORY("memory: readers that were told of a commit answer without asking the store"),
    FENCE("fence: a writer that slept is refused"),
    RESIDUE("residue: rows that are all deleted leave no field behind");

    private final String what;

    Law(String what) {
        this.what = what;
    }

    /** Runs an assertion of this law. Whatever else goes wrong in it is nobody's proof, and passes through. */
    void holds(Runnable assertion) {
        try {
            assertion.run();
        } catch (CaughtUp.NoAnswer e) {
            throw new Broken(ANSWER, e);
        } catch (AssertionError e) {
            throw new Broken(this, e);
        }
    }

    @Override
    public String toString() {
        return what;
    }

    /** A law was broken. */
    static final class Broken extends AssertionError {

        private static final long serialVersionUID = 1L;

        private final Law law;

        private Broken(Law law, AssertionError how) {
            super(law + ": " + how.getMessage(), how);
            this.law = law;
        }

        Law law() {
            return law;
        }

        /** What the assertion itself said. */
        String how() {
            Throwable cause = getCause();
            return cause == null ? "" : String.valueOf(cause.getMessage());
        }
    }
}
