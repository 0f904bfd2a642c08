package hub.projections.cost;

import java.math.BigDecimal;

/** How well somebody's paid time is used, and the colour that the page gives it. */
enum Status {
    EFFICIENT(70, "#10b981"),
    NORMAL(50, "#3b82f6"),
    WATCH(30, "#f59e0b"),
    IDLE(0, "#ef4444");

    private final BigDecimal from;
    private final String color;

    Status(int from, String color) {
        this.from = BigDecimal.valueOf(from);
        this.color = color;
    }

    static Status of(BigDecimal utilization) {
        for (Status status : values()) {
            if (utilization.compareTo(status.from) >= 0) {
                return status;
            }
        }
        return IDLE;
    }

    String color() {
        return color;
    }
}
