package hub.app;

import hub.app.cli.HubCommand;

/** The program: {@code hub --help}. */
public final class Hub {

    private Hub() {}

    public static void main(String[] arguments) {
        System.exit(HubCommand.run(arguments));
    }
}
