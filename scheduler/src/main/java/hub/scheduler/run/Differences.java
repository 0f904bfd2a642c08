package hub.scheduler.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What a shadow found to be other than it would write: all of it counted, some of it named. Whoever adds names keys and
 * both values, and of people nothing but their ids.
 */
public final class Differences {

    /** So that one line of the ledger holds those of several days. */
    private static final int NAMED = 5;

    private final List<String> named = new ArrayList<>();
    private int all;

    public void add(String difference) {
        all++;
        if (named.size() < NAMED) {
            named.add(difference);
        }
    }

    public int count() {
        return all;
    }

    /** To follow a summary; empty if there are none. */
    public String text() {
        return all == 0
                ? ""
                : ": " + String.join(", ", named)
                        + (all > named.size() ? ", and " + (all - named.size()) + " more" : "");
    }
}
