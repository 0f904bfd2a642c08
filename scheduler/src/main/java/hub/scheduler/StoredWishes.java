package hub.scheduler;

import hub.redis.JobBoard;
import hub.redis.JobWish;
import hub.scheduler.run.ManualRuns;
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

    private Optional<Wish> parse(String name, String text) {
        try {
            JobWish wish = JobWish.parse(name, text);
            return Optional.of(new Wish(wish.job(), wish.date(), wish.key(), wish.askedAt(), wish.by()));
        } catch (IllegalArgumentException e) {
            LOG.warn("A wish cannot be read and is dropped");
            board.granted(name);
            return Optional.empty();
        }
    }
}
