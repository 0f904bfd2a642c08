package hub.projections.position;

import hub.projections.store.SourcePosition.BinlogFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A binlog file by its parts, {@code binlog.000042}: the server counts its files, and an offset grows within one. */
record BinlogName(String base, long number, long offset) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_.-]{1,200})\\.([0-9]{1,18})");

    /** @throws IllegalArgumentException if the file is not named like that */
    static BinlogName of(BinlogFile file) {
        Matcher name = NAME.matcher(file.file());
        if (!name.matches() || file.offset() < 0) {
            throw new IllegalArgumentException("not a binlog file and offset: " + file.text());
        }
        return new BinlogName(name.group(1), Long.parseLong(name.group(2)), file.offset());
    }

    Containment in(BinlogName held) {
        if (!base.equals(held.base)) {
            return Containment.OTHER_HISTORY;
        }
        boolean reached = number == held.number ? offset <= held.offset : number < held.number;
        return reached ? Containment.CONTAINED : Containment.NOT_YET;
    }
}
