package hub.query.ladder;

/** Only MySQL could answer, and it is not asked for as much as this. The message is shown to the caller. */
public final class NotFromMysql extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotFromMysql() {
        super(
                "This is read from MySQL now, and ranges as long as this are not computed from there",
                null,
                false,
                false);
    }
}
