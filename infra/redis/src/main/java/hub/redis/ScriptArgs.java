package hub.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of one EVALSHA, already in the form in which they travel: a commit has tens of thousands, and an object
 * for each would cost more than the script. Not thread-safe while being built.
 */
final class ScriptArgs extends CommandArgs<String, String> {

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
        return append(argument.getBytes(StandardCharsets.UTF_8));
    }

    ScriptArgs and(long argument) {
        return append(Long.toString(argument).getBytes(StandardCharsets.ISO_8859_1));
    }

    private ScriptArgs append(byte[] argument) {
        byte[] size = Integer.toString(argument.length).getBytes(StandardCharsets.ISO_8859_1);
        int needed = length + argument.length + size.length + 5;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        bytes[length++] = '$';
        put(size);
        put(argument);
        count++;
        return this;
    }

    private void put(byte[] part) {
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        bytes[length++] = '\r';
        bytes[length++] = '\n';
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
