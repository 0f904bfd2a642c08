package hub.redis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The store, the control plane, the reader and the preflight, at the Redis that {@code spring.data.redis.*} names. None
 * of them connects before it is used. To be imported; it needs Boot's {@code DataRedisAutoConfiguration}.
 */
@Configuration(proxyBeanMethods = false)
public class HubRedisConfiguration {

    @Bean
    RedisConnections redisConnections(LettuceConnectionFactory configured) {
        return new RedisConnections(configured);
    }

    @Bean
    RedisStore redisStore(RedisConnections connections) {
        return new RedisStore(connections);
    }

    @Bean
    RedisControlPlane redisControlPlane(RedisConnections connections) {
        return new RedisControlPlane(connections);
    }

    @Bean
    BoardReader boardReader(RedisConnections connections) {
        return new BoardReader(connections);
    }

    @Bean
    Acknowledgements acknowledgements(RedisConnections connections) {
        return new Acknowledgements(connections);
    }

    @Bean
    Tickets tickets(RedisConnections connections) {
        return new Tickets(connections);
    }

    @Bean
    JobBoard jobBoard(RedisConnections connections) {
        return new JobBoard(connections);
    }

    @Bean
    ServingProcesses servingProcesses(RedisConnections connections) {
        return new ServingProcesses(connections);
    }

    @Bean
    BoardSnapshots boardSnapshots(BoardReader reader) {
        return new BoardSnapshots(reader);
    }

    @Bean
    RedisPreflight redisPreflight(RedisConnections connections) {
        return new RedisPreflight(connections);
    }
}
