package hub.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many readers of one stream, on one thread: they notice when an event of some size is complete, and keep nothing. */
final class Readers implements AutoCloseable {

    private static final int TAIL = 4;
    /** What ends an event that is a chunk of its own. */
    private static final byte[] END = {'\n', '\n', '\r', '\n'};

    private static final class Reader {
        private final SocketChannel channel;
        private final byte[] tail = new byte[TAIL];
        private long bytes;
        private long seenAt;

        Reader(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private final Selector selector;
    private final List<Reader> readers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final long smallest;
    private long allBytes;

    private Readers(Selector selector, long smallest) {
        this.selector = selector;
        this.smallest = smallest;
    }

    /** @param smallest bytes of an event that counts */
    static Readers open(int port, byte[] request, int count, long smallest) throws IOException {
        Readers readers = new Readers(Selector.open(), smallest);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            Reader reader = new Reader(channel);
            readers.readers.add(reader);
            channel.register(readers.selector, SelectionKey.OP_READ, reader);
        }
        return readers;
    }

    /**
     * Waits until every reader has had an event after {@code since}; milliseconds from then, {@code patience} for those
     * that have not.
     */
    double[] await(long since, long patienceMillis) throws IOException {
        readers.forEach(reader -> reader.seenAt = 0);
        int missing = readers.size();
        long deadline = since + patienceMillis * 1_000_000;
        while (missing > 0 && System.nanoTime() < deadline) {
            selector.select(10);
            for (SelectionKey key : selector.selectedKeys()) {
                Reader reader = (Reader) key.attachment();
                boolean before = reader.seenAt != 0;
                read(reader);
                missing -= !before && reader.seenAt != 0 ? 1 : 0;
            }
            selector.selectedKeys().clear();
        }
        double[] millis = new double[readers.size()];
        Arrays.setAll(millis, i -> readers.get(i).seenAt == 0 ? patienceMillis : (readers.get(i).seenAt - since) / 1e6);
        return millis;
    }

    private void read(Reader reader) throws IOException {
        while (true) {
            buffer.clear();
            int read = reader.channel.read(buffer);
            if (read < 0) {
                throw new IOException("the server ended a stream");
            }
            if (read == 0) {
                return;
            }
            allBytes += read;
            reader.bytes += read;
            keepTail(reader, read);
            if (Arrays.equals(reader.tail, END)) {
                if (reader.bytes >= smallest && reader.seenAt == 0) {
                    reader.seenAt = System.nanoTime();
                }
                reader.bytes = 0;
            }
        }
    }

    private void keepTail(Reader reader, int read) {
        int kept = Math.min(TAIL, read);
        System.arraycopy(reader.tail, kept, reader.tail, 0, TAIL - kept);
        buffer.get(read - kept, reader.tail, TAIL - kept, kept);
    }

    /** Bytes of all readers together so far. */
    long bytes() {
        return allBytes;
    }

    @Override
    public void close() {
        try {
            for (Reader reader : readers) {
                reader.channel.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
