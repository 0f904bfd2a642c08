package hub.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arguments of one EVALSHA, already in the form in which they travel: a commit has tens of thousands, and an object
 * for each would cost more than the script. Not thread-safe while being built.
 */
final class ScriptArgs extends CommandArgs<String, String> {

    /** What stands before an argument of so many bytes; nearly all are short. */
    private static final byte[][] SIZES =
            IntStream.range(0, 128).mapToObj(ScriptArgs::size).toArray(byte[][]::new);

    private static final int LONGEST_NUMBER = 20;

    private final byte[] digits = new byte[LONGEST_NUMBER];
    private byte[] bytes = new byte[4096];
    private int length;
    private int count;

    private ScriptArgs() {
        super(StringCodec.UTF8);
    }

    static ScriptArgs of(Script script, List<String> keys) {
        ScriptArgs args = new ScriptArgs();
        args.and(script.sha1()).and(keys.size());
        keys.forEach(args::and);
        return args;
    }

    ScriptArgs and(String argument) {
        byte[] text = argument.getBytes(StandardCharsets.UTF_8);
        return append(text, 0, text.length);
    }

    /** Written by hand: a commit has thousands of packed tallies. */
    ScriptArgs and(long argument) {
        int from = LONGEST_NUMBER;
        long rest = argument;
        do {
            digits[--from] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        if (argument < 0) {
            digits[--from] = '-';
        }
        return append(digits, from, LONGEST_NUMBER - from);
    }

    private ScriptArgs append(byte[] from, int offset, int size) {
        byte[] head = size < SIZES.length ? SIZES[size] : size(size);
        int needed = length + head.length + size + 2;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        put(head, 0, head.length);
        put(from, offset, size);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
        count++;
        return this;
    }

    private void put(byte[] part, int offset, int size) {
        System.arraycopy(part, offset, bytes, length, size);
        length += size;
    }

    private static byte[] size(int of) {
        return ("$" + of + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void encode(ByteBuf out) {
        out.writeBytes(bytes, 0, length);
    }

    /** Without the arguments: they carry row data, and this text ends up in logs. */
    @Override
    public String toCommandString() {
        return count + " arguments";
    }

    @Override
    public String toString() {
        return "ScriptArgs[" + toCommandString() + "]";
    }
}
