package hub.testkit;

import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Redis keeps its connections and answers nothing, for longer than any caller waits; then it goes on. */
@RequiresRealServers
class RedisFrozenRealServersIT extends RedisAwayContract {

    private GenericContainer<?> redis;

    @BeforeEach
    void start() {
        redis = new GenericContainer<>(DockerImageName.parse("redis:8"))
                .withExposedPorts(6379)
                .withCommand("redis-server", "--save", "", "--appendonly", "no")
                .waitingFor(Wait.forListeningPort());
        redis.start();
    }

    @AfterEach
    void stop() {
        redis.stop();
    }

    @Override
    SourceServer source() {
        return Servers.real().source();
    }

    @Override
    StoreServer store() {
        return new StoreServer(redis.getHost(), redis.getMappedPort(6379));
    }

    @Override
    void takeRedisAway() {
        DockerClientFactory.lazyClient()
                .pauseContainerCmd(redis.getContainerId())
                .exec();
    }

    @Override
    void bringRedisBack() {
        DockerClientFactory.lazyClient()
                .unpauseContainerCmd(redis.getContainerId())
                .exec();
    }
}
