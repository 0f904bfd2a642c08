package hub.scheduler.week;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Stops instances for longer than their locks live, wherever they are or with a run in their hands; then wakes them, sees to it
 * that they go on with that run, and looks what became of it.
 */
final class Stops {

    /** For at least so many steps, each of a tenth of a second: longer than the locks live. */
    private static final int STEPS = 25;
    /** So many if another has to take over yet. */
    static final int MOST_STEPS = 45;

    private final Stock stock;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private int anywhere;
    private int held;
    private int overtaken;
    private int inVain;

    Stops(Stock stock, Random random) {
        this.stock = stock;
        this.random = random;
    }

    /** Stops it somewhere, or asks that the next run in its hands be one to stop with. */
    void some(Fleet fleet, int which, Supplier<Instant> step) {
        switch (random.nextInt(3)) {
            case 0 -> {
                anywhere++;
                Child child = fleet.child(which);
                child.stop();
                for (int i = 0; i < STEPS; i++) {
                    Instant unused = step.get();
                }
                child.wake();
            }
            case 1 -> ask(fleet, which, Hold.ANY, Hold.Place.PREPARED);
            default -> ask(fleet, which, Hold.ANY, Hold.Place.WRITTEN);
        }
    }

    void ask(Fleet fleet, int which, String job, Hold.Place place) {
        fleet.child(which).hold(job, place);
    }

    void stopIfHeld(Fleet fleet, int which, Supplier<Instant> step) {
        Child child = fleet.child(which);
        if (!child.last().isHeld()) {
            return;
        }
        String job = child.last().held();
        List<String> attempts = stock.rows(
                "SELECT id FROM hub_job_runs WHERE job = ? AND instance = ? AND outcome = 'running'",
                job,
                child.name());
        held++;
        child.stop();
        Instant now = step.get();
        for (int i = 1; i < STEPS || i < MOST_STEPS && fleet.another(which) && isOpen(attempts); i++) {
            now = step.get();
        }
        boolean taken = !attempts.isEmpty() && !isOpen(attempts);
        int before = child.last().overtaken() + child.last().failed();
        child.wake();
        child.tell(now);
        child.letGo();
        boolean ended = fleet.await(
                () -> !child.last().runs(job)
                        || child.last().overtaken() + child.last().failed() > before,
                now);
        if (taken) {
            overtaken++;
            judge(child, job, attempts.getFirst(), ended, before);
        }
    }

    private void judge(Child child, String job, String attempt, boolean ended, int before) {
        List<String> outcome = stock.rows("SELECT outcome FROM hub_job_runs WHERE id = ?", attempt);
        int vain = child.last().overtaken() + child.last().failed() - before;
        if (ended && vain > 0 && outcome.equals(List.of("abandoned"))) {
            inVain++;
        } else {
            wrong.add(job + " by " + child.name() + ", attempt " + attempt + ": " + outcome + ", ended " + ended
                    + ", in vain " + vain);
        }
    }

    private boolean isOpen(List<String> attempts) {
        return !attempts.isEmpty()
                && stock.rows("SELECT outcome FROM hub_job_runs WHERE id = ?", attempts.getFirst())
                        .equals(List.of("running"));
    }

    int all() {
        return anywhere + held;
    }

    /** Whoever was overtaken while it was stopped has tried to write when it was woken, and changed nothing. */
    void judge(int least) {
        assertThat(wrong).isEmpty();
        assertThat(inVain).isEqualTo(overtaken).isGreaterThanOrEqualTo(least);
    }

    @Override
    public String toString() {
        return anywhere + " stops anywhere, " + held + " with a run in hand, of which " + overtaken
                + " were overtaken and " + inVain + " then tried in vain";
    }
}
