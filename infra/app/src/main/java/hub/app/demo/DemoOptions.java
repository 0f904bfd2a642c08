package hub.app.demo;

import hub.app.config.UsageError;

/**
 * @param port of the API; 0 = any free one
 * @param speed simulated seconds per second
 * @param seed the same seed and date give the same warehouse
 */
public record DemoOptions(int port, double speed, long seed, int employees, int days) {

    public DemoOptions {
        check("--port", port, 0, 65_535);
        check("--employees", employees, 1, 2_000);
        check("--days", days, 0, 730);
        if (!(speed > 0) || speed > 3_600) {
            throw new UsageError("--speed must be more than 0 and at most 3600, not " + speed);
        }
    }

    private static void check(String flag, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UsageError(flag + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
