package hub.scheduler;

import hub.redis.JobBoard;
import hub.scheduler.run.ManualRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wishes that the API leaves in the store. */
final class StoredWishes implements ManualRuns {

    private static final Logger LOG = LoggerFactory.getLogger(StoredWishes.class);

    private final JobBoard board;

    StoredWishes(JobBoard board) {
        this.board = board;
    }

    @Override
    public List<Wish> wishes() {
        return board.wishes().entrySet().stream()
                .flatMap(wish -> parse(wish.getKey(), wish.getValue()).stream())
                .toList();
    }

    @Override
    public void granted(Wish wish) {
        board.granted(wish.job() + " " + wish.idempotencyKey());
    }

    /** The name is job and idempotency key, the wish is date, instant and who; all by blanks. */
    private Optional<Wish> parse(String name, String wish) {
        try {
            String[] of = name.split(" ", 2);
            String[] parts = wish.split(" ", 3);
            return Optional.of(new Wish(of[0], LocalDate.parse(parts[0]), of[1], Instant.parse(parts[1]), parts[2]));
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("A wish cannot be read and is dropped");
            board.granted(name);
            return Optional.empty();
        }
    }
}
