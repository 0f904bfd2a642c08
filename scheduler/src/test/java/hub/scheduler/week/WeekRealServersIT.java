package hub.scheduler.week;

import hub.mysql.MysqlSettings;
import hub.scheduler.TestServers;
import java.io.IOException;
import java.net.ServerSocket;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

class WeekRealServersIT extends WeekContract {

    @Override
    MysqlSettings warehouse() {
        return TestServers.real().freshWarehouse();
    }

    /** On the host's network, so that it comes back at the same port. */
    @Override
    Redis redis() {
        int port = freePort();
        GenericContainer<?> server = new GenericContainer<>(DockerImageName.parse("redis:8"))
                .withNetworkMode("host")
                .withCommand("redis-server", "--port", Integer.toString(port), "--save", "");
        server.start();
        return new Redis() {
            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public void stop() {
                server.getDockerClient()
                        .stopContainerCmd(server.getContainerId())
                        .withTimeout(1)
                        .exec();
            }

            @Override
            public void start() {
                server.getDockerClient()
                        .startContainerCmd(server.getContainerId())
                        .exec();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
