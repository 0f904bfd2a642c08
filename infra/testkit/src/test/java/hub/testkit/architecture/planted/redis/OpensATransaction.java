package hub.testkit.architecture.planted.redis;

import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.CommandType;
import org.springframework.data.redis.connection.RedisConnection;

public final class OpensATransaction {

    static void byCommand(RedisCommands<String, String> commands) {
        commands.multi();
    }

    static CommandType byName() {
        return CommandType.MULTI;
    }

    static void bySpring(RedisConnection connection) {
        connection.multi();
    }
}
