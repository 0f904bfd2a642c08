package hub.testkit.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as {@code MONITOR} prints it.
 *
 * @param words the name and the arguments; what is no printable ASCII stays escaped as Redis escapes it
 */
public record RedisCommand(List<String> words) {

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> OF_ONE_KEY = Set.of(
            "GET",
            "SET",
            "SETNX",
            "SETEX",
            "PSETEX",
            "GETDEL",
            "GETEX",
            "INCR",
            "APPEND",
            "STRLEN",
            "TYPE",
            "TTL",
            "PTTL",
            "EXPIRE",
            "PEXPIRE",
            "PERSIST",
            "HGET",
            "HMGET",
            "HGETALL",
            "HSET",
            "HSETNX",
            "HDEL",
            "HLEN",
            "HEXISTS",
            "HKEYS",
            "HVALS",
            "HSCAN",
            "HINCRBY",
            "SADD",
            "SREM",
            "SMEMBERS",
            "SISMEMBER",
            "SCARD",
            "LPUSH",
            "RPUSH",
            "LPOP",
            "RPOP",
            "LRANGE",
            "LLEN",
            "LINDEX",
            "LREM",
            "LTRIM",
            "ZADD",
            "ZREM",
            "ZRANGE");
    private static final Set<String> OF_KEYS_ALONE = Set.of("DEL", "UNLINK", "EXISTS", "MGET", "TOUCH");
    private static final Set<String> SCRIPTS = Set.of("EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO");
    private static final Set<String> OF_CHANNELS = Set.of("PUBLISH", "SUBSCRIBE", "UNSUBSCRIBE");
    private static final Set<String> OF_NONE = Set.of(
            "PING", "ECHO", "HELLO", "CLIENT", "INFO", "CONFIG", "TIME", "AUTH", "SELECT", "COMMAND", "MULTI", "EXEC",
            "ACL");

    public RedisCommand {
        words = List.copyOf(words);
    }

    /** Of a line of {@code MONITOR}. */
    static RedisCommand parse(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring(line.indexOf(']') + 1));
        while (word.find()) {
            words.add(word.group(1));
        }
        return new RedisCommand(words);
    }

    /** In capitals. */
    public String name() {
        return words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT);
    }

    /** Whether it names a script by its digest, or brings it. */
    public boolean isScript() {
        return SCRIPTS.contains(name());
    }

    /**
     * The keys and channels that it names. Those that a script makes of its arguments are commands of their own.
     *
     * @throws IllegalArgumentException if this class does not know the command
     */
    public List<String> keys() {
        String name = name();
        if (OF_NONE.contains(name)) {
            return List.of();
        }
        if (OF_ONE_KEY.contains(name)) {
            return List.of(words.get(1));
        }
        if (OF_KEYS_ALONE.contains(name) || name.endsWith("SUBSCRIBE")) {
            return words.subList(1, words.size());
        }
        if (OF_CHANNELS.contains(name)) {
            return List.of(words.get(1));
        }
        if (SCRIPTS.contains(name)) {
            return words.subList(3, 3 + Integer.parseInt(words.get(2)));
        }
        throw new IllegalArgumentException("where are the keys of " + words + "?");
    }
}
