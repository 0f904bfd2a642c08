package hub.testkit.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A TCP proxy that can do to a connection what networks do: hold bytes in either direction, both (half-open: nobody is
 * told), slow them down, swallow replies, reset everything now or after so many bytes, refuse newcomers, and lead to
 * another server, as a name does after a failover.
 *
 * <p>Threads: any may change what it does; connections follow within milliseconds.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int NEVER = -1;
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong ofBinlog = new AtomicLong();
    private final AtomicLong cutAfter = new AtomicLong(NEVER);
    private final RowEvents rowEvents = new RowEvents();
    private final Object lock = new Object();

    private boolean holdQuestions; // guarded by lock
    private boolean holdReplies; // guarded by lock
    private volatile InetSocketAddress server;
    private volatile boolean swallowReplies;
    private volatile boolean refusing;
    private volatile int bytesPerSecond;
    private volatile Pattern holdWith = NOTHING;
    private volatile boolean holding;
    private volatile Pattern noteReplyWith = NOTHING;
    private volatile boolean replied;

    public FaultProxy(String host, int port) {
        server = new InetSocketAddress(host, port);
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fault-proxy").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many have connected so far. */
    public long accepted() {
        return accepted.get();
    }

    /** Row events that a source has sent. */
    public long rowEventsSent() {
        return rowEvents.sent();
    }

    /** Row events that a source has sent more than once. */
    public long rowEventsSentAgain() {
        return rowEvents.again();
    }

    /** Half-open: nothing arrives anywhere, and nobody is told. */
    public void holdEverything() {
        hold(true, true);
    }

    /** Questions arrive, their replies do not; lets a held question go. */
    public void holdReplies() {
        hold(false, true);
    }

    /** The next question that contains such a text is held, and everything after it; see {@link #isHolding}. */
    public void holdQuestionWith(Pattern text) {
        holding = false;
        holdWith = text;
    }

    /** Whether {@link #holdQuestionWith} has met its question. */
    public boolean isHolding() {
        return holding;
    }

    /** What was held goes on its way. */
    public void letGo() {
        hold(false, false);
    }

    /** Looks out for a reply that contains such a text; see {@link #hasReplied}. */
    public void noteReplyWith(Pattern text) {
        replied = false;
        noteReplyWith = text;
    }

    /** Whether the reply of {@link #noteReplyWith} has been handed to the client's kernel. */
    public boolean hasReplied() {
        return replied;
    }

    public void swallowReplies(boolean swallow) {
        swallowReplies = swallow;
    }

    /** 0 = as fast as it goes. */
    public void limit(int newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
    }

    /** Lets {@code bytes} more of the binlog through, to the byte, and then resets every connection. */
    public void cutAfter(long bytes) {
        cutAfter.set(ofBinlog.get() + bytes);
    }

    /** Whether {@link #cutAfter} has struck. */
    public boolean hasCut() {
        return cutAfter.get() == NEVER;
    }

    /** Resets every connection, as a firewall or a dying host does. */
    public void reset() {
        for (Socket socket : open) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException alreadyClosed) {
                open.remove(socket);
            }
        }
    }

    /** From now on to another server; who is connected is reset. Stays so when healed. */
    public void leadTo(String host, int port) {
        server = new InetSocketAddress(host, port);
        reset();
    }

    /** Newcomers are reset at once. */
    public void refuse(boolean refuse) {
        refusing = refuse;
        if (refuse) {
            reset();
        }
    }

    /** As if nothing had been. */
    public void heal() {
        holdWith = NOTHING;
        holding = false;
        noteReplyWith = NOTHING;
        swallowReplies = false;
        refusing = false;
        bytesPerSecond = 0;
        cutAfter.set(NEVER);
        hold(false, false);
    }

    private void hold(boolean questions, boolean replies) {
        synchronized (lock) {
            holdQuestions = questions;
            holdReplies = replies;
            lock.notifyAll();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                accepted.incrementAndGet();
                if (refusing) {
                    reset();
                    continue;
                }
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(this.server.getAddress(), this.server.getPort());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(server);
            RowEvents.Connection events = rowEvents.new Connection();
            Thread.ofPlatform().daemon().start(() -> pump(client, server, true, events));
            Thread.ofPlatform().daemon().start(() -> pump(server, client, false, events));
        } catch (IOException nobodyThere) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean questions, RowEvents.Connection events) {
        byte[] buffer = new byte[BUFFER];
        TextSearch search = new TextSearch();
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                boolean found = search.finds(questions ? holdWith : noteReplyWith, buffer, n);
                if (questions && found) {
                    holdWith = NOTHING;
                    hold(true, false);
                    holding = true;
                }
                if (questions) {
                    events.asked(buffer, n);
                } else {
                    events.answered(buffer, n);
                }
                awaitLetThrough(questions);
                if (!questions && swallowReplies) {
                    continue;
                }
                slowDown(n);
                long cut = events.isDumping() && !questions ? cutAfter.get() : NEVER;
                int through = cut == NEVER ? n : Math.clamp(cut - ofBinlog.get(), 0, n);
                out.write(buffer, 0, through);
                out.flush();
                if (!questions && found) {
                    noteReplyWith = NOTHING;
                    replied = true;
                }
                if (!questions && events.isDumping()) {
                    ofBinlog.addAndGet(through);
                }
                if (through < n) {
                    cutAfter.set(NEVER);
                    reset();
                }
            }
        } catch (IOException hungUp) {
            // Either side; the other one is told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(from);
        close(to);
    }

    private void awaitLetThrough(boolean questions) throws InterruptedException {
        synchronized (lock) {
            while (questions ? holdQuestions : holdReplies) {
                lock.wait();
            }
        }
    }

    private void slowDown(int bytes) throws InterruptedException {
        int limit = bytesPerSecond;
        if (limit > 0) {
            Thread.sleep(Math.max(1, 1_000L * bytes / limit));
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // As it should be.
        }
    }

    @Override
    public void close() {
        heal();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }
}
