package hub.ingest;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class MySqlRoleRealServersIT extends RoleContract {
    @Override
    TestServer server() {
        return MySqlServer.withGtids();
    }
}
