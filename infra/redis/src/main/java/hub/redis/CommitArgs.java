package hub.redis;

import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.Writes;
import hub.projections.store.Writes.PartitionWrites;
import java.util.ArrayList;
import java.util.List;

/** Lays a commit out as {@code commit.lua} reads it. */
final class CommitArgs {

    private CommitArgs() {}

    static ScriptArgs of(Generation generation, Commit commit, String lineage) {
        Keyspace keys = Keyspace.of(generation);
        Checkpoint expected = commit.expected();
        Checkpoint next = commit.next();
        ScriptArgs args = ScriptArgs.of(Script.COMMIT, keys(keys, commit.writes()))
                .and(expected == null ? "" : expected.text())
                .and(next.text())
                .and(next.sequence())
                .and(new PartitionVersion(next.sequence(), lineage).text())
                .and(next.committedAt() == null ? "" : next.committedAt().toString())
                .and(next.midTransaction() ? "" : Keyspace.SIGNALS)
                .and(Signals.announcementHead(generation));
        addAll(args, taken(commit.writes()));
        addAll(args, commit.schemaHistory());
        commit.writes().partitions().forEach(writes -> add(args, writes));
        return args;
    }

    private static List<String> keys(Keyspace keys, Writes writes) {
        List<String> all = new ArrayList<>(5 + writes.partitions().size());
        all.addAll(List.of(keys.checkpoint(), keys.touch(), keys.marks(), keys.history(), keys.boards()));
        writes.partitions().forEach(partition -> all.add(keys.partition(partition.partition())));
        return all;
    }

    /** Boards that lose everything by their names, boards that lose a part with what stays: {@code <day<hour}. */
    private static List<String> taken(Writes writes) {
        List<String> taken = new ArrayList<>(writes.cleared());
        writes.expired()
                .forEach(expiry -> taken.add(expiry.board() + "<" + expiry.firstDay() + "<" + expiry.firstHour()));
        return taken;
    }

    private static void addAll(ScriptArgs args, List<String> values) {
        args.and(values.size());
        values.forEach(args::and);
    }

    private static void add(ScriptArgs args, PartitionWrites writes) {
        args.and(writes.increments().size())
                .and(writes.puts().size())
                .and(writes.removes().size());
        writes.increments().forEach((field, by) -> args.and(field).and(by));
        writes.puts().forEach((field, value) -> args.and(field).and(value));
        writes.removes().forEach(args::and);
    }
}
