package hub.projections.gamification;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who takes part in which challenge: employees by challenge, each once. The source may lack the table. */
public record Participants(Map<Long, Set<Long>> employees) {

    public static final Board<Participants> BOARD =
            new Board<>("participants", Kind.FACTS, Retention.FOREVER, Participants::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.ChallengeParticipant> MODEL =
            new ReadModel<>(BOARD, Table.CHALLENGE_PARTICIPANTS, Row.ChallengeParticipant.class, Participants::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static Participants decode(Map<String, String> fields) {
        Map<Long, Set<Long>> employees = new HashMap<>();
        fields.values().forEach(value -> {
            List<String> parts = Fields.split(value, 2);
            employees
                    .computeIfAbsent(Long.valueOf(parts.get(0)), challenge -> new HashSet<>())
                    .add(Long.valueOf(parts.get(1)));
        });
        return new Participants(Map.copyOf(employees));
    }

    private static void cells(Row.ChallengeParticipant row, Cells out) {
        out.fact(Partition.ALL, row.id(), Fields.of(row.challengeId(), row.employeeId()));
    }
}
