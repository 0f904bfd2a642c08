package hub.bench.load;

/**
 * The activities that are written: in the order of time, as a warehouse writes them.
 *
 * @param rows row changes: four fifths inserts, the rest updates (three in four) and deletes of recent rows
 * @param perTransaction row changes in each transaction
 * @param employees who work
 * @param days over which the inserts are spread evenly
 */
public record Workload(long rows, int perTransaction, int employees, int days) {

    public long transactions() {
        return (rows + perTransaction - 1) / perTransaction;
    }

    @Override
    public String toString() {
        return "%,d rows in transactions of %d, %d employees, %d days".formatted(rows, perTransaction, employees, days);
    }
}
