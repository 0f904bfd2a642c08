package hub.bench.scale;

/** How large a warehouse is. */
public record Size(int employees, int days, long activities) {

    @Override
    public String toString() {
        return "%,d employees, %,d days, %,d activities".formatted(employees, days, activities);
    }
}
