package hub.scheduler.reporting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that can speak TLS, refuse a recipient, hang up on whose letter it has taken, or never say that it has; it
 * remembers each command and whether it was encrypted.
 */
final class ScriptedSmtp implements AutoCloseable {

    /** What becomes of a letter. */
    private enum Taking {
        POLITE,
        RUDE,
        SILENT
    }

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final boolean fromTheFirstByte;
    private final String refused;
    private final Taking taking;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(@Nullable SSLContext tls, boolean fromTheFirstByte, String refused, Taking taking) {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        this.refused = refused;
        this.taking = taking;
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedSmtp refusing(String recipient) {
        return new ScriptedSmtp(null, false, recipient, Taking.POLITE);
    }

    static ScriptedSmtp offeringStartTls(SSLContext tls) {
        return new ScriptedSmtp(tls, false, "nobody", Taking.POLITE);
    }

    static ScriptedSmtp encryptedFromTheFirstByte(SSLContext tls) {
        return new ScriptedSmtp(tls, true, "nobody", Taking.POLITE);
    }

    /** Says that it has taken the letter, and resets the connection. */
    static ScriptedSmtp rude() {
        return new ScriptedSmtp(null, false, "nobody", Taking.RUDE);
    }

    /** Takes the letter, and never says so. */
    static ScriptedSmtp silent() {
        return new ScriptedSmtp(null, false, "nobody", Taking.SILENT);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The verbs, in order; in small letters where they came encrypted. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (fromTheFirstByte) {
                talk(encrypted(client), true, true);
            } else if (talk(client, false, true)) {
                talk(encrypted(client), true, false);
            }
        } catch (IOException e) {
            commands.add("(left)");
        }
    }

    private SSLSocket encrypted(Socket client) throws IOException {
        SSLContext context = java.util.Objects.requireNonNull(tls);
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    /** True once the client wants to go on encrypted. */
    private boolean talk(Socket client, boolean encrypted, boolean greets) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        if (greets) {
            say(out, "220 localhost");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]")[0];
            commands.add(encrypted ? verb.toLowerCase(java.util.Locale.ROOT) : verb);
            switch (verb) {
                case "EHLO" ->
                    say(
                            out,
                            "250-localhost\r\n250-AUTH PLAIN\r\n"
                                    + (tls == null || encrypted ? "250 8BITMIME" : "250 STARTTLS"));
                case "STARTTLS" -> {
                    say(out, "220 go on");
                    return true;
                }
                case "AUTH" -> say(out, "235 welcome");
                case "RCPT" -> say(out, line.contains(refused) ? "550 no such mailbox here" : "250 ok");
                case "DATA" -> {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // The letter itself is looked at elsewhere.
                    }
                    if (taking != Taking.SILENT) {
                        say(out, "250 taken");
                    }
                    if (taking == Taking.RUDE) {
                        client.setSoLinger(true, 0);
                        return false;
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return false;
                }
                default -> say(out, "250 ok");
            }
        }
        return false;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
