package hub.projections;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Board;
import hub.projections.board.Cells;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.parked.ParkedRows;
import hub.projections.store.Checkpoint;
import hub.projections.store.Parked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What must hold for every listed read model over every history of rows. Nothing here names a model: whatever is added
 * to the catalog is checked too. Some rows cannot be read, and one model beside the listed ones fails on some rows after
 * it has handed over a cell.
 */
class LawsTest {

    private static final Board<Map<String, String>> BRITTLE_BOARD =
            new Board<>("brittle", Board.Kind.SUMS, Board.Retention.FOREVER, fields -> fields);

    private static final ReadModel<Row.Activity> BRITTLE =
            new ReadModel<>(BRITTLE_BOARD, Table.ACTIVITY_LOGS, Row.Activity.class, (row, out) -> {
                out.sum(Partition.ALL, "rows", new Tally(1, row.items()));
                if (row.items() % 3 == 0) {
                    throw new IllegalStateException("always fails on this row");
                }
            });

    private static final List<ReadModel<?>> MODELS =
            Stream.concat(Catalog.MODELS.stream(), Stream.of(BRITTLE)).toList();

    /** A step of a history: put this row, or delete the row of its table and id if there is one. */
    record Step(Row row, boolean delete) {}

    @Property(tries = 300)
    void boardsAreTheSumOfTheCellsOfTheRowsInMysql(@ForAll("histories") List<Step> history) {
        try (World world = play(history)) {
            assertThat(world.stored()).isEqualTo(sumOfCells(world.rows()));
            assertThat(world.parked()).isEqualTo(lacking(world.rows()));
        }
    }

    @Property(tries = 100)
    void deletingEverythingLeavesAnEmptyStore(@ForAll("histories") List<Step> history) {
        try (World world = play(history)) {
            world.rows().forEach(row -> world.delete(row.table(), row.id()));
            assertThat(world.stored()).isEmpty();
            assertThat(world.parked()).isEqualTo(Parked.NONE);
        }
    }

    @Property(tries = 100)
    void truncatingEverythingLeavesAnEmptyStore(@ForAll("histories") List<Step> history) {
        try (World world = play(history)) {
            for (Table table : Table.values()) {
                world.truncate(table);
            }
            assertThat(world.stored()).isEmpty();
            assertThat(world.parked()).isEqualTo(Parked.NONE);
        }
    }

    @Property(tries = 100)
    void theOrderInWhichRowsArriveDoesNotMatter(@ForAll("histories") List<Step> history, @ForAll Random random) {
        try (World world = play(history);
                World other = new World(MODELS, Horizon.UNLIMITED)) {
            List<Row> rows = new ArrayList<>(world.rows());
            Collections.shuffle(rows, random);
            other.put(rows.toArray(Row[]::new));
            assertThat(other.stored()).isEqualTo(world.stored());
        }
    }

    @Property(tries = 100)
    void anySplitIntoTransactionsAndBatchesGivesTheSameStore(
            @ForAll("histories") List<Step> history, @ForAll Random random) {
        try (World apart = play(history);
                World together = new World(MODELS, Horizon.UNLIMITED)) {
            for (Step step : history) {
                apply(step, together);
                if (random.nextInt(4) == 0) {
                    together.commit();
                }
                if (random.nextInt(4) == 0) {
                    together.endBatch();
                }
            }
            together.commit();
            assertThat(together.stored()).isEqualTo(apart.stored());
        }
    }

    @Property(tries = 100)
    void aSnapshotAndTheTailAreTheFullStream(
            @ForAll("histories") List<Step> before, @ForAll("histories") List<Step> tail) {
        try (World full = play(before);
                World fresh = World.fromSnapshot(MODELS, full.rows())) {
            for (Step step : tail) {
                apply(step, full).commit();
                apply(step, fresh).commit();
            }
            assertThat(fresh.stored()).isEqualTo(full.stored());
        }
    }

    /** What the store holds already it takes again, as after a reply that was lost; what is older it refuses. */
    @Property(tries = 100)
    void redeliveryOfAnySuffixChangesNothing(@ForAll("histories") List<Step> history, @ForAll Random random) {
        try (World world = new World(MODELS, Horizon.UNLIMITED)) {
            for (Step step : history) {
                apply(step, world).commitByItself();
            }
            Map<PartitionId, Map<String, String>> before = world.stored();
            Checkpoint at = world.checkpoint();
            int last = history.size() - 1;
            for (int i = 0; i < 5 && last >= 0; i++) {
                int start = i == 0 ? last : random.nextInt(history.size());
                assertThat(world.redeliverFrom(start)).isEqualTo(start == last);
                assertThat(world.stored()).isEqualTo(before);
                assertThat(world.checkpoint()).isEqualTo(at);
            }
        }
    }

    @Property(tries = 300)
    void aMoveIsADeleteAndAnInsert(@ForAll("changes") List<Row> change) {
        Row from = change.getFirst();
        Row moved = change.getLast();
        try (World updated = new World(MODELS, Horizon.UNLIMITED);
                World reinserted = new World(MODELS, Horizon.UNLIMITED)) {
            updated.put(from).put(moved);
            reinserted.put(from).delete(from.table(), from.id()).put(moved);
            assertThat(updated.stored()).isEqualTo(reinserted.stored());
        }
    }

    @Property(tries = 100)
    void aRenameMovesNoSum(@ForAll("histories") List<Step> history, @ForAll("names") String name) {
        try (World world = play(history)) {
            Map<PartitionId, Map<String, String>> before = sums(world.stored());
            world.rows().forEach(row -> world.put(AnyRow.with(row, "name", name)));
            assertThat(sums(world.stored())).isEqualTo(before);
        }
    }

    @Property(tries = 1)
    void historiesHaveRowsOfEveryModel() {
        Set<Table> generated =
                AnyRow.rows().sampleStream().limit(5_000).map(Row::table).collect(Collectors.toSet());
        assertThat(generated).containsAll(MODELS.stream().map(ReadModel::source).toList());
    }

    private static World play(List<Step> history) {
        World world = new World(MODELS, Horizon.UNLIMITED);
        history.forEach(step -> apply(step, world).commit());
        return world;
    }

    private static World apply(Step step, World world) {
        Row row = step.row();
        return step.delete() ? world.remove(row.table(), row.id()) : world.write(row);
    }

    /** The definition, computed the plain way. */
    private static Map<PartitionId, Map<String, String>> sumOfCells(List<Row> rows) {
        Map<PartitionId, Map<String, String>> expected = new HashMap<>();
        for (Row row : rows) {
            List<String> without = boardsWithout(row);
            if (!without.isEmpty()) {
                expected.computeIfAbsent(ParkedRows.partition(row.table()), id -> new HashMap<>())
                        .put(Long.toString(row.id()), without.toString());
            }
            for (ReadModel<?> model : modelsOf(row)) {
                if (!without.contains(model.board().name())) {
                    model.cells(row, new Plain(model.board(), expected));
                }
            }
        }
        return expected;
    }

    /** The boards that cannot have the row. */
    private static List<String> boardsWithout(Row row) {
        return modelsOf(row).stream()
                .filter(model ->
                        row instanceof Row.Unreadable || model == BRITTLE && ((Row.Activity) row).items() % 3 == 0)
                .map(model -> model.board().name())
                .sorted()
                .toList();
    }

    private static List<ReadModel<?>> modelsOf(Row row) {
        return MODELS.stream().filter(model -> model.source() == row.table()).toList();
    }

    private static Parked lacking(List<Row> rows) {
        Parked parked = Parked.NONE;
        for (Row row : rows) {
            parked = parked.plus(boardsWithout(row), 1);
        }
        return parked;
    }

    private record Plain(Board<?> board, Map<PartitionId, Map<String, String>> into) implements Cells {
        @Override
        public void sum(Partition partition, String entry, Tally tally) {
            Map<String, String> fields = into.computeIfAbsent(board.in(partition), id -> new HashMap<>());
            String was = fields.getOrDefault(entry, "0");
            fields.put(
                    entry,
                    Long.toString(Tally.unpack(Long.parseLong(was)).plus(tally).packed()));
        }

        @Override
        public void fact(Partition partition, long primaryKey, String value) {
            into.computeIfAbsent(board.in(partition), id -> new HashMap<>()).put(Long.toString(primaryKey), value);
        }
    }

    private static Map<PartitionId, Map<String, String>> sums(Map<PartitionId, Map<String, String>> stored) {
        Map<PartitionId, Map<String, String>> sums = new HashMap<>(stored);
        List<String> names = Catalog.boards().stream()
                .filter(board -> board.kind() == Board.Kind.SUMS)
                .map(Board::name)
                .toList();
        sums.keySet().removeIf(id -> !names.contains(id.board()));
        return sums;
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        AnyRow.rows(),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Row>> changes() {
        return AnyRow.changes();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().ofMaxLength(12);
    }
}
