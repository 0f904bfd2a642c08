package hub.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that nothing listens on. Taken from below the range that systems give to outgoing connections, so that
 * no connection of this machine takes the port between the look and the use.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BOUND = 32_000;
    private static final int TRIES = 200;

    private FreePort() {}

    /** {@code wanted}, or any free port if {@code wanted} is 0. */
    public static int orAny(int wanted) {
        return wanted == 0 ? any() : wanted;
    }

    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BOUND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + BOUND + " in " + TRIES + " tries");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
