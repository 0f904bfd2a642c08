package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffHeapTest {

    private static byte[] body(int length, int seed) {
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) (seed * 31 + i);
        }
        return body;
    }

    /** As a connection does. */
    private static byte[] written(ByteBuf buffer) {
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        buffer.skipBytes(buffer.readableBytes());
        buffer.release();
        return bytes;
    }

    @Test
    void whatIsWrittenAgainLiesOutsideTheHeap() {
        byte[] body = body(30_000, 1);

        assertThat(OffHeap.of(body).isDirect()).as("at first").isFalse();
        write(100, List.of(body)); // whatever lay in its place has had its time
        for (int times = 0; times < 4; times++) {
            ByteBuf again = OffHeap.of(body);
            assertThat(again.isDirect()).as("time %d", times).isTrue();
            assertThat(written(again)).as("time %d", times).isEqualTo(body);
        }
    }

    @Test
    void twoMayWriteItAtOnce() {
        byte[] body = body(30_000, 2);
        write(100, List.of(body));
        ByteBuf one = OffHeap.of(body);
        ByteBuf other = OffHeap.of(body);

        one.skipBytes(20_000);
        assertThat(written(other)).isEqualTo(body);
        assertThat(written(one)).isEqualTo(Arrays.copyOfRange(body, 20_000, 30_000));
        assertThat(written(OffHeap.of(body))).isEqualTo(body);
    }

    @Test
    void nobodyGetsTheBytesOfAnother() {
        List<byte[]> bodies =
                IntStream.range(0, 1_000).mapToObj(i -> body(2_000, i)).toList();
        for (int times = 0; times < 3; times++) {
            for (byte[] body : bodies) {
                assertThat(written(OffHeap.of(body))).isEqualTo(body);
                assertThat(written(OffHeap.of(body))).isEqualTo(body);
            }
        }
    }

    /** Wherever they are kept: at least two of so many share a place. */
    @Test
    void theBusyDoNotPushEachOtherOut() {
        List<byte[]> bodies =
                IntStream.range(0, 64).mapToObj(i -> body(2_000, i)).toList();
        write(100, bodies); // whatever lay there before has had its time
        List<byte[]> kept =
                bodies.stream().filter(body -> OffHeap.of(body).isDirect()).toList();
        assertThat(kept).isNotEmpty();

        write(100, bodies);
        assertThat(kept).allMatch(body -> OffHeap.of(body).isDirect());
    }

    private static void write(int times, List<byte[]> bodies) {
        for (int i = 0; i < times; i++) {
            bodies.forEach(OffHeap::of);
        }
    }

    @Test
    void whoHasNotBeenWrittenForLongMakesRoom() {
        List<byte[]> bodies =
                IntStream.range(0, 2_000).mapToObj(i -> body(2_000, i)).toList();
        write(1, bodies);
        byte[] late = body(2_000, 7);
        write(100, List.of(late));

        assertThat(OffHeap.of(late).isDirect()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_023, 1_048_577})
    void theSmallAndTheVeryLargeStayWhereTheyAre(int length) {
        byte[] body = body(length, 3);
        for (int times = 0; times < 3; times++) {
            ByteBuf buffer = OffHeap.of(body);
            assertThat(buffer.isDirect()).isFalse();
            assertThat(written(buffer)).isEqualTo(body);
        }
    }
}
