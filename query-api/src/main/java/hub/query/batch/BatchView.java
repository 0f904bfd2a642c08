package hub.query.batch;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import hub.query.http.Problem;
import hub.query.http.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several views as one: all partitions of all items are loaded together, so whatever loads the boards of one view makes all
 * items stand at one position; all are evaluated at one instant. An item that fails is answered with its problem and
 * leaves the others alone.
 */
final class BatchView implements View<Batch, Map<String, List<Map<String, Object>>>> {

    static final String NAME = "batch";

    /** A problem may end without a row having changed, as a day that is not held does: it is looked at again soon. */
    private static final Duration PROBLEM_STANDS = Duration.ofSeconds(1);

    private static final int OK = 200;

    private final Problems problems;

    BatchView(Problems problems) {
        this.problems = problems;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> parts(Batch batch) {
        Set<String> names = new HashSet<>(Set.of(NAME));
        batch.items().forEach(item -> names.add(item.view()));
        return names;
    }

    @Override
    public int weight(Batch batch) {
        return batch.items().size();
    }

    @Override
    public boolean fitsMysql(Batch batch) {
        return batch.forMysql().equals(batch);
    }

    @Override
    public Set<PartitionId> reads(Batch batch, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        for (Item item : batch.items()) {
            if (item instanceof Item.Asked<?> asked) {
                try {
                    reads.addAll(asked.reads(loaded, now));
                } catch (RuntimeException e) {
                    continue; // said when it is answered
                }
            }
        }
        return reads;
    }

    @Override
    public Answer<Map<String, List<Map<String, Object>>>> answer(Batch batch, Boards boards, Instant now) {
        List<Map<String, Object>> answers = new ArrayList<>();
        Instant until = Instant.MAX;
        for (Item item : batch.items()) {
            Answer<Map<String, Object>> one = switch (item) {
                case Item.Asked<?> asked -> answer(asked, boards, now);
                case Item.Refused(String view, Problem problem) -> new Answer<>(refused(view, problem), Instant.MAX);
            };
            answers.add(one.body());
            until = one.until().isBefore(until) ? one.until() : until;
        }
        return new Answer<>(Map.of("items", answers), until);
    }

    private Answer<Map<String, Object>> answer(Item.Asked<?> asked, Boards boards, Instant now) {
        try {
            asked.reads(boards, now); // throws again what was passed over while loading
            Answer<?> answer = asked.answer(boards, now);
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("view", asked.view());
            item.put("status", OK);
            item.put("body", answer.body());
            return new Answer<>(item, answer.until());
        } catch (RuntimeException e) {
            return new Answer<>(refused(asked.view(), problems.of(e, asked.view())), now.plus(PROBLEM_STANDS));
        }
    }

    private static Map<String, Object> refused(String view, Problem problem) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("view", view);
        item.put("status", problem.type().status());
        item.put("problem", problem.json());
        return item;
    }
}
