package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowEventsTest {

    private static final byte WRITE_ROWS = 30;
    private static final byte ROTATE = 4;

    private final RowEvents events = new RowEvents();

    @Test
    void whatAReaderIsSentAfterAReconnectIsSentAgainUpToWhereItHadBeen() {
        RowEvents.Connection first = reader(7);
        send(first, log("binlog.000001"), row(500), row(900));
        RowEvents.Connection second = reader(7);
        send(second, log("binlog.000001"), row(900), row(1_300));

        assertThat(events.sent()).isEqualTo(4);
        assertThat(events.again()).isEqualTo(1);
    }

    @Test
    void anotherReaderAndAnotherLogBeginAnew() {
        send(reader(7), log("binlog.000001"), row(500), log("binlog.000002"), row(500));
        send(reader(8), log("binlog.000001"), row(500));

        assertThat(events.sent()).isEqualTo(3);
        assertThat(events.again()).isZero();
    }

    @Test
    void packetsMayArriveInPieces() {
        RowEvents.Connection reader = reader(7);
        for (byte[] packet : new byte[][] {log("binlog.000001"), row(500), row(500)}) {
            for (byte piece : packet) {
                reader.answered(new byte[] {piece}, 1);
            }
        }
        assertThat(events.again()).isEqualTo(1);
    }

    private RowEvents.Connection reader(int serverId) {
        RowEvents.Connection connection = events.new Connection();
        byte[] dump = packet(
                little(64).put((byte) 0x1e).putShort((short) 0).putInt(serverId).putInt(0));
        connection.asked(dump, dump.length);
        return connection;
    }

    private static void send(RowEvents.Connection reader, byte[]... packets) {
        for (byte[] packet : packets) {
            reader.answered(packet, packet.length);
        }
    }

    private static byte[] log(String name) {
        return event(ROTATE, 0, name);
    }

    private static byte[] row(int end) {
        return event(WRITE_ROWS, end, "the row's own bytes");
    }

    /** An OK, a header of 19 bytes, eight more, and {@code tail}. */
    private static byte[] event(byte type, int end, String tail) {
        return packet(little(200)
                .put((byte) 0)
                .putInt(0)
                .put(type)
                .putInt(1)
                .putInt(19)
                .putInt(end)
                .putShort((short) 0)
                .putLong(4)
                .put(tail.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] packet(ByteBuffer content) {
        ByteBuffer body = content.order(ByteOrder.LITTLE_ENDIAN).flip();
        int length = body.remaining();
        byte[] bytes = new byte[4 + length];
        bytes[0] = (byte) length;
        body.get(bytes, 4, length);
        return bytes;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
