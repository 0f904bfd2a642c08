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
import hub.projections.store.Parked;
import hub.projections.time.CentralDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    void anySplitIntoTransactionsGivesTheSameStore(@ForAll("histories") List<Step> history, @ForAll Random random) {
        try (World apart = play(history);
                World together = new World(MODELS, Horizon.UNLIMITED)) {
            for (Step step : history) {
                apply(step, together);
                if (random.nextInt(4) == 0) {
                    together.commit();
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

    @Property(tries = 100)
    void redeliveryChangesNothing(@ForAll("histories") List<Step> history) {
        try (World world = play(history)) {
            world.commit();
            Map<PartitionId, Map<String, String>> before = world.stored();
            world.redeliverEverything();
            assertThat(world.stored()).isEqualTo(before);
        }
    }

    @Property(tries = 100)
    void aMoveIsADeleteAndAnInsert(@ForAll("activities") Row.Activity from, @ForAll("activities") Row.Activity to) {
        Row.Activity moved = new Row.Activity(
                from.id(),
                to.employeeId(),
                to.roleId(),
                to.activityType(),
                to.itemsCount(),
                to.windowStart(),
                to.windowEnd(),
                to.department(),
                to.source());
        try (World updated = new World(MODELS, Horizon.UNLIMITED);
                World reinserted = new World(MODELS, Horizon.UNLIMITED)) {
            updated.put(from).put(moved);
            reinserted.put(from).delete(Table.ACTIVITY_LOGS, from.id()).put(moved);
            assertThat(updated.stored()).isEqualTo(reinserted.stored());
        }
    }

    @Property(tries = 100)
    void aRenameMovesNoSum(@ForAll("histories") List<Step> history, @ForAll("names") String name) {
        try (World world = play(history)) {
            Map<PartitionId, Map<String, String>> before = sums(world.stored());
            world.rows().forEach(row -> {
                if (row instanceof Row.Employee employee) {
                    world.put(new Row.Employee(employee.id(), name, employee.active(), employee.currentStreak()));
                }
            });
            assertThat(sums(world.stored())).isEqualTo(before);
        }
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
        Arbitrary<Row> rows = Arbitraries.oneOf(
                activities().map(row -> (Row) row),
                clocks(),
                scores(),
                employees(),
                roles(),
                settings(),
                jobRows(),
                unreadable());
        return Combinators.combine(
                        rows,
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Row.Activity> activities() {
        return Combinators.combine(
                        ids(),
                        ids(),
                        Arbitraries.longs().between(1, 6).injectNull(0.1),
                        Arbitraries.of("Picking", "QC Passed", "", "a|b").injectNull(0.1),
                        Arbitraries.longs().between(-50, 10_000).injectNull(0.1),
                        instants(),
                        Arbitraries.of("Picking", "Packing", "", "-").injectNull(0.1),
                        Arbitraries.of("podfactory", "manual").injectNull(0.1))
                .as((id, employee, role, type, items, start, department, source) -> new Row.Activity(
                        id, employee, role, type, items, start, start.plusSeconds(599), department, source));
    }

    private static Arbitrary<Row> unreadable() {
        return Combinators.combine(ids(), Arbitraries.of(Table.ACTIVITY_LOGS, Table.CLOCK_TIMES, Table.EMPLOYEES))
                .as((id, table) -> new Row.Unreadable(id, table, "it is poisoned"));
    }

    private static Arbitrary<Row> clocks() {
        return Combinators.combine(ids(), ids(), instants(), Arbitraries.of(true, false))
                .as((id, employee, in, open) ->
                        new Row.Clock(id, employee, in, open ? null : in.plusSeconds(8 * 3600), null, null));
    }

    private static Arbitrary<Row> scores() {
        return Combinators.combine(ids(), ids(), instants(), Arbitraries.of(true, false))
                .as((id, employee, day, finalized) -> new Row.Score(
                        id, employee, CentralDay.of(day).date(), employee, new BigDecimal("1.50"), null, finalized));
    }

    private static Arbitrary<Row> employees() {
        return Combinators.combine(ids(), Arbitraries.of("A", "B|=-", "😀"), Arbitraries.of(true, false))
                .as((id, name, active) ->
                        new Row.Employee(id, name, active, null, active ? name : null, "7=" + name, Instant.EPOCH));
    }

    private static Arbitrary<Row> settings() {
        return Combinators.combine(ids(), ids(), Arbitraries.of("Picking", "a|b", ""))
                .as((id, employee, text) -> id > 3
                        ? new Row.DepartmentTarget(id, text, BigDecimal.valueOf(employee))
                        : new Row.PodfactoryMapping(
                                id, employee, text, text, BigDecimal.valueOf(employee, 3), text, id > 1, null));
    }

    private static Arbitrary<Row> jobRows() {
        return Combinators.combine(ids(), ids(), instants(), Arbitraries.of(true, false))
                .as((id, employee, at, open) -> id % 2 == 0
                        ? new Row.Seal(
                                id, CentralDay.of(at).date(), employee, "closing", "p:" + employee, at, at, 3, "ab|=-")
                        : new Row.DayRate(
                                id,
                                CentralDay.of(at).date(),
                                open ? "role" : "employee",
                                employee,
                                new BigDecimal("1.5000")));
    }

    private static Arbitrary<Row> roles() {
        return Combinators.combine(ids(), Arbitraries.of("0.50", "1.00"))
                .as((id, multiplier) -> new Row.Role(id, "R" + id, id > 2, new BigDecimal(multiplier), null, 5L));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().ofMaxLength(12);
    }

    private static Arbitrary<Long> ids() {
        return Arbitraries.longs().between(1, 6);
    }

    /** Around the day edges of an ordinary day and of both switch days. */
    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.of(
                                "2026-01-15T06:00:00Z",
                                "2026-03-08T06:00:00Z",
                                "2026-03-09T05:00:00Z",
                                "2026-11-01T05:00:00Z",
                                "2026-11-02T06:00:00Z"),
                        Arbitraries.longs().between(-7200, 7200))
                .as((edge, offset) -> Instant.parse(edge).plusSeconds(offset));
    }
}
