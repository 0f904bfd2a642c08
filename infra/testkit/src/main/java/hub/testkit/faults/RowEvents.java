package hub.testkit.faults;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the row events that a server sends to readers of its binlog, and those among them that it had sent to the same
 * reader before. An event is known by the log it is in and by the offset where it ends, a reader by its server id, of which
 * each generation has its own. Only connections without encryption can be read.
 *
 * <p>Threads: any.
 */
final class RowEvents {

    private static final Pattern LOG_NAME = Pattern.compile("^[\\w.-]+\\.\\d{6}");
    private static final int DUMP = 0x12;
    private static final int DUMP_BY_GTID = 0x1e;
    private static final int ROTATE = 4;

    private final Map<String, Long> furthest = new HashMap<>(); // by reader and log; guarded by this
    private long sent; // guarded by this
    private long again; // guarded by this

    /** Row events sent so far. */
    synchronized long sent() {
        return sent;
    }

    /** How many of them had been sent before. */
    synchronized long again() {
        return again;
    }

    private synchronized void count(long reader, String log, long end) {
        sent++;
        String place = reader + " " + log;
        if (end <= furthest.getOrDefault(place, 0L)) {
            again++;
        } else {
            furthest.put(place, end);
        }
    }

    /** Reads what goes over one connection. One thread a direction. */
    final class Connection {

        private final byte[] head = new byte[4 + 1 + 19 + 8 + 64];
        private volatile long reader;
        private volatile boolean dumping;
        private int inHead;
        private long left;
        private String log = "";

        /** Whether the binlog is read here. */
        boolean isDumping() {
            return dumping;
        }

        /** Bytes that a client has sent. */
        void asked(byte[] bytes, int length) {
            // A command is one small packet: length, number 0, what it is.
            if (length >= 15 && bytes[3] == 0 && (bytes[4] == DUMP || bytes[4] == DUMP_BY_GTID)) {
                // A position of four bytes comes first if there is one, then two of flags.
                reader = number(bytes, bytes[4] == DUMP ? 11 : 7, 4);
                dumping = true;
            }
        }

        /** Bytes that the server has sent. */
        void answered(byte[] bytes, int length) {
            for (int i = 0; dumping && i < length; ) {
                if (inHead < head.length && (inHead < 4 || left > 0)) {
                    head[inHead++] = bytes[i++];
                    if (inHead == 4) {
                        left = number(head, 0, 3);
                    } else if (inHead > 4) {
                        left--;
                    }
                } else {
                    int skip = (int) Math.min(left, length - i);
                    i += skip;
                    left -= skip;
                }
                if (inHead >= 4 && left == 0) {
                    packet();
                    inHead = 0;
                }
            }
        }

        /** Of an event's header: type at 4, length at 9, end at 13; it follows the packet's header and an OK. */
        private void packet() {
            if (inHead < 4 + 1 + 19 || head[4] != 0) {
                return;
            }
            int type = head[5 + 4];
            if (type == ROTATE) {
                Matcher name = LOG_NAME.matcher(
                        new String(head, 5 + 19 + 8, Math.max(0, inHead - (5 + 19 + 8)), StandardCharsets.US_ASCII));
                log = name.find() ? name.group() : log;
            } else if (type >= 20 && type <= 25 || type >= 30 && type <= 32) {
                count(reader, log, number(head, 5 + 13, 4));
            }
        }

        private static long number(byte[] bytes, int from, int count) {
            long number = 0;
            for (int i = count - 1; i >= 0; i--) {
                number = number << 8 | bytes[from + i] & 0xFF;
            }
            return number;
        }
    }
}
