package hub.app;

/** The command line. */
public final class Hub {

    private Hub() {}

    public static void main(String[] arguments) {
        System.out.println("usage: hub serve | demo | doctor | keys | rebuild | rollback");
    }
}
