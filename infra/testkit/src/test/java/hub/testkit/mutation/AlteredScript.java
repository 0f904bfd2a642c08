package hub.testkit.mutation;

import hub.testkit.servers.StoreServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Stands before Redis and runs another commit script than the one that is asked for by its digest. */
final class AlteredScript implements AutoCloseable {

    private static final String COMMIT = "/hub/redis/commit.lua";

    private final StoreServer redis;
    private final byte[] asked;
    private final byte[] run;
    private final ServerSocket listener;

    AlteredScript(StoreServer redis, UnaryOperator<String> alteration) {
        this.redis = redis;
        String right = text();
        String wrong = alteration.apply(right);
        asked = digest(right);
        run = digest(wrong);
        load(wrong);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    StoreServer address() {
        return new StoreServer("127.0.0.1", listener.getLocalPort());
    }

    private static String text() {
        try (InputStream in = AlteredScript.class.getResourceAsStream(COMMIT)) {
            if (in == null) {
                throw new IllegalStateException(COMMIT + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] digest(String script) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void load(String script) {
        redis.call(commands -> commands.scriptLoad(script));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(redis.host(), redis.port());
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            }
        } catch (IOException closed) {
            // No more connections.
        }
    }

    private void pump(Socket from, Socket to, boolean questions) {
        byte[] buffer = new byte[1 << 16];
        byte[] kept = new byte[0];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!questions) {
                    out.write(buffer, 0, n);
                    continue;
                }
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                all.write(kept);
                all.write(buffer, 0, n);
                byte[] bytes = all.toByteArray();
                replace(bytes);
                int hold = beginning(bytes);
                out.write(bytes, 0, bytes.length - hold);
                kept = Arrays.copyOfRange(bytes, bytes.length - hold, bytes.length);
            }
        } catch (IOException hungUp) {
            // Either side.
        }
    }

    private void replace(byte[] bytes) {
        for (int i = 0; i + asked.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + asked.length, asked, 0, asked.length)) {
                System.arraycopy(run, 0, bytes, i, run.length);
            }
        }
    }

    /** How many of the last bytes may be the beginning of a digest that is cut in two. */
    private int beginning(byte[] bytes) {
        for (int length = Math.min(asked.length - 1, bytes.length); length > 0; length--) {
            if (Arrays.equals(bytes, bytes.length - length, bytes.length, asked, 0, length)) {
                return length;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
