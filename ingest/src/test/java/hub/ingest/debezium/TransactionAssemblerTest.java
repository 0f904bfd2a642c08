package hub.ingest.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.ingest.Flavor;
import hub.projections.board.Horizon;
import hub.projections.store.Checkpoint;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import io.debezium.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionAssemblerTest {

    private static final String UUID = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    private final RecordingSink sink = new RecordingSink();
    private final StagedEntries staged = new StagedEntries();
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private TransactionAssembler assembler = streaming();

    private TransactionAssembler streaming() {
        SourceProgress progress = new SourceProgress("{}", gtids("1-5"), null, List.of());
        return assembler(Checkpoint.filling("s", Horizon.UNLIMITED, "d").streamedTo(progress));
    }

    private TransactionAssembler assembler(Checkpoint from) {
        return new TransactionAssembler(sink, new Positions(Flavor.MYSQL), staged, from, clock);
    }

    private static SourcePosition gtids(String numbers) {
        return new SourcePosition.MysqlGtids(UUID + ":" + numbers);
    }

    private static Map<String, Object> at(String numbers) {
        return Records.offset(UUID + ":" + numbers);
    }

    private void transaction(String id, String numbers) {
        assembler.accept(Records.begin(id));
        assembler.accept(Records.row("c", null, Records.employee(1, "Ann", 1L)));
        assembler.accept(Records.end(id, at(numbers)));
    }

    @Test
    void aTransactionEndsWithTheOffsetAndThePositionAfterIt() {
        transaction("a", "1-6");
        assertThat(sink.seen).containsExactly("RowChanged", "end");
        SourceProgress end = sink.ends.getFirst();
        assertThat(end.position()).isEqualTo(gtids("1-6"));
        assertThat(end.committedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
        assertThat(Offsets.parse(end.resume())).containsEntry("gtids", UUID + ":1-6");
    }

    @Test
    void emptyTransactionsCollapseIntoOneCommitAtTheEndOfTheBatch() {
        for (int i = 6; i < 9; i++) {
            assembler.accept(Records.begin("t" + i));
            assembler.accept(Records.end("t" + i, at("1-" + i)));
        }
        assertThat(sink.seen).isEmpty();
        assembler.endOfBatch();
        assembler.endOfBatch();
        assertThat(sink.ends).extracting(SourceProgress::position).containsExactly(gtids("1-8"));
    }

    @Test
    void anEmptyTransactionIsNotCommittedInTheMiddleOfTheNextOne() {
        assembler.accept(Records.begin("a"));
        assembler.accept(Records.end("a", at("1-6")));
        assembler.accept(Records.begin("b"));
        assembler.accept(Records.row("c", null, Records.employee(1, "Ann", 1L)));
        assembler.endOfBatch();
        assertThat(sink.seen).containsExactly("RowChanged");
    }

    @Test
    void aSchemaChangeTravelsWithTheNextCommitOnly() {
        Map<String, Object> before = at("1-6");
        staged.add(document(before), "ALTER TABLE employees", entry("{entry}"));
        assembler.accept(Records.begin("a"));
        assembler.accept(Records.end("a", at("1-6")));
        assembler.accept(Records.ddl("ALTER TABLE employees", before));
        assembler.accept(Records.ddl("CREATE TABLE not_recorded", before));
        assembler.endOfBatch();
        assertThat(sink.ends).extracting(SourceProgress::schemaHistory).containsExactly(List.of());
        transaction("b", "1-8");
        assertThat(sink.ends.getLast().schemaHistory()).containsExactly("{entry}");
    }

    @Test
    void truncateStandsAloneAndContainsItsOwnGtid() {
        assembler.accept(Records.row("t", null, null, at("1-5"), UUID + ":6"));
        assertThat(sink.seen).containsExactly("Truncated", "end");
        assertThat(sink.ends.getFirst().position()).isEqualTo(gtids("1-6"));
        assertThat(Offsets.parse(sink.ends.getFirst().resume())).containsEntry("gtids", UUID + ":1-6");
    }

    @Test
    void mariaDbSendsNoEndAfterTruncate() {
        assembler.accept(Records.begin("a"));
        assembler.accept(Records.row("t", null, null, Records.inside("a", UUID + ":1-5"), UUID + ":6"));
        transaction("b", "1-7");
        assertThat(sink.seen).containsExactly("Truncated", "end", "RowChanged", "end");
    }

    @Test
    void rowsOutsideOfATransactionAreRefused() {
        assertThatThrownBy(() -> assembler.accept(Records.row("c", null, Records.employee(1, "Ann", 1L))))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("outside of a transaction");
    }

    @Test
    void aTransactionWithoutEndIsRefusedAndARepeatedBeginIsRetried() {
        assembler.accept(Records.begin("a"));
        assembler.accept(Records.row("c", null, Records.employee(1, "Ann", 1L)));
        assertThatThrownBy(() -> assembler.accept(Records.begin("b"))).isInstanceOf(Undecodable.class);
        assertThatThrownBy(() -> assembler.accept(Records.begin("a"))).isInstanceOf(InterruptedStream.class);
    }

    @Test
    void heartbeatsMoveTheOffsetOnlyForwardsOnlyWhenQuietAndNeverInsideATransaction() {
        now = now.plus(Duration.ofMinutes(1));
        assembler.accept(Records.heartbeat(at("1-9")));
        assertThat(sink.seen).as("before the first transaction of a run").isEmpty();
        transaction("a", "1-10");
        assembler.accept(Records.heartbeat(at("1-11")));
        assertThat(sink.ends).as("too soon").hasSize(1);
        now = now.plus(Duration.ofSeconds(11));
        assembler.accept(Records.heartbeat(Records.inside("b", UUID + ":1-10")));
        assembler.accept(Records.heartbeat(at("1-9")));
        assertThat(sink.ends).as("inside, or backwards").hasSize(1);
        assembler.accept(Records.heartbeat(at("1-12")));
        assertThat(sink.ends).extracting(SourceProgress::position).containsExactly(gtids("1-10"), gtids("1-12"));
    }

    @Test
    void theFirstHeartbeatOutsideTheSnapshotCompletesIt() {
        assembler = assembler(Checkpoint.filling("s", Horizon.UNLIMITED, "d"));
        Map<String, Object> snapshot = at("1-5");
        snapshot.put("snapshot", "INITIAL");
        staged.add(document(snapshot), "CREATE TABLE employees", entry("{entry}"));
        assembler.accept(Records.ddl("CREATE TABLE employees", snapshot));
        assembler.accept(Records.row("r", null, Records.employee(1, "Ann", 1L), snapshot, null));
        assembler.accept(Records.heartbeat(at("1-5")));
        assertThat(sink.seen).containsExactly("snapshot row", "snapshot completed");
        assertThat(sink.ends.getFirst().schemaHistory()).containsExactly("{entry}");
        transaction("a", "1-6");
        assertThat(sink.seen).endsWith("RowChanged", "end");
    }

    private static Document document(Map<String, Object> offset) {
        Document document = Document.create();
        offset.forEach(document::set);
        return document;
    }

    private static StagedEntries.Entry entry(String json) {
        return new StagedEntries.Entry(json, "", java.util.Set.of());
    }
}
