package hub.testkit.mutation;

import static hub.testkit.mutation.Defect.inModels;
import static hub.testkit.mutation.Defect.inScript;
import static hub.testkit.mutation.Defect.inStream;
import static hub.testkit.mutation.WrongModels.seeing;
import static hub.testkit.mutation.WrongStream.each;

import java.util.List;
import java.util.Set;

/** All planted defects. */
final class Defects {

    private static final String LOST_ANNOUNCEMENT = "the announcement is lost";

    static final List<Defect> ALL = List.of(
            inStream("updates do not retract the old row", each(WrongStream::withoutRetraction)),
            inStream("deletes are ignored", each(WrongStream::withoutDeletes)),
            inStream("TRUNCATE is ignored", each(WrongStream::withoutTruncates)),
            inStream("every change is applied twice", each(WrongStream::twice)),
            inStream("the second half of a changed key is lost", WrongStream::halvingChangedKeys),
            inStream("renames are ignored", each(WrongStream::withoutRenames)),
            inStream("half a transaction is visible", WrongStream::eager),
            inStream("a transaction is delivered again", WrongStream::redelivering),
            inStream("a transaction is lost", WrongStream::losing),
            inStream("the snapshot lacks a row", WrongStream::shortSnapshot),
            inModels("days of another zone", seeing(WrongModels::inAnotherZone)),
            inModels("an inclusive edge", seeing(WrongModels::withInclusiveEdge)),
            inModels("NULL items count one", seeing(WrongModels::nullAsOne)),
            inModels("negative items count nothing", seeing(WrongModels::withoutNegatives)),
            inModels("every source counts for the team", seeing(WrongModels::everythingFromPodfactory)),
            inModels("open shifts have no minutes", seeing(WrongModels::openShiftsAsEmpty)),
            inScript("an unfenced write", "if stored ~= ARGV[1] then", "if false then"),
            inScript(
                    "the last partition is not written",
                    "local header = first_header\n  for k = FIRST_PARTITION, #KEYS do",
                    "local header = first_header\n  for k = FIRST_PARTITION, #KEYS - 1 do"),
            inScript(LOST_ANNOUNCEMENT, "call('PUBLISH', ARGV[6], table.concat(lines, '\\n'))", "local lost"),
            inScript("the announcement names nothing", "local since = touched_since_announced()", "local since = {}"),
            inScript("touched partitions keep their version", "call('HSET', touch, partition, version)", "local kept"),
            inScript("cleared boards stay", "clear(ARGV[i])", "local stays"),
            inScript("facts that end stay", "in_chunks('HDEL', key, removes, stop - 1)", "local stay"),
            inScript("sums of nothing stay", "call('HDEL', key, ARGV[i])", "local stays"));

    /** What keeps answers away, and changes none of them. Of all others a missing answer proves nothing but a slow machine. */
    static final Set<String> SILENT = Set.of(LOST_ANNOUNCEMENT);

    private Defects() {}
}
