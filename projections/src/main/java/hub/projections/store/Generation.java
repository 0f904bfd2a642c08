package hub.projections.store;

/** One complete set of boards with its own checkpoint and schema history. Numbers only grow. */
public record Generation(long number) {
    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("generation numbers start at 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return "g" + number;
    }
}
