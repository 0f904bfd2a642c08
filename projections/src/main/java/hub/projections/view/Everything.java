package hub.projections.view;

/** A view that takes no parameters. */
public record Everything() {

    public static final Everything QUERY = new Everything();
}
