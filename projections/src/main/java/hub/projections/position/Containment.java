package hub.projections.position;

import hub.projections.store.SourcePosition;

/** Whether what is held contains what is wanted, as far as the source defines that. */
public enum Containment {
    CONTAINED,
    /** Not yet, but both are of one history as far as can be told. */
    NOT_YET,
    /** Part of what is wanted comes from a server or domain that what is held knows nothing of. */
    PARTLY_UNKNOWN,
    /** They are not of one history, or not of one kind. */
    OTHER_HISTORY;

    /** Compares positions of any kinds. */
    public static Containment of(SourcePosition wanted, SourcePosition held) {
        if (held instanceof SourcePosition.None) {
            return wanted instanceof SourcePosition.None ? CONTAINED : NOT_YET;
        }
        return switch (wanted) {
            case SourcePosition.None none -> CONTAINED;
            case SourcePosition.MysqlGtids(String set) ->
                held instanceof SourcePosition.MysqlGtids(String other)
                        ? GtidSet.parse(set).in(GtidSet.parse(other))
                        : OTHER_HISTORY;
            case SourcePosition.MariadbGtids(String position) ->
                held instanceof SourcePosition.MariadbGtids(String other)
                        ? DomainPosition.parse(position).in(DomainPosition.parse(other))
                        : OTHER_HISTORY;
            case SourcePosition.BinlogFile file ->
                held instanceof SourcePosition.BinlogFile other
                        ? BinlogName.of(file).in(BinlogName.of(other))
                        : OTHER_HISTORY;
        };
    }
}
