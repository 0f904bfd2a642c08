package hub.query.ladder;

import hub.mysql.MysqlBoards.OneRead;
import hub.projections.board.PartitionId;
import hub.projections.store.SourcePosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A source in memory, which can fail. */
final class FakeMysql implements SourceReads {

    final Map<PartitionId, Integer> numbers = new HashMap<>();

    @Nullable
    RuntimeException failure;

    int reads;
    boolean complete = true;

    @Override
    public <T> Mono<T> inOneRead(Function<OneRead, Mono<T>> use) {
        return Mono.defer(() -> {
            reads++;
            return failure != null ? Mono.error(failure) : use.apply(new Read());
        });
    }

    private final class Read implements OneRead {
        @Override
        public SourcePosition positionAtLeast() {
            return new SourcePosition.BinlogFile("m", 7);
        }

        @Override
        public boolean complete() {
            return complete;
        }

        @Override
        public Mono<Map<PartitionId, Map<String, String>>> load(Set<PartitionId> wanted) {
            Map<PartitionId, Map<String, String>> loaded = new HashMap<>();
            wanted.forEach(id ->
                    loaded.put(id, numbers.containsKey(id) ? Map.of("n", String.valueOf(numbers.get(id))) : Map.of()));
            return Mono.just(loaded);
        }
    }
}
