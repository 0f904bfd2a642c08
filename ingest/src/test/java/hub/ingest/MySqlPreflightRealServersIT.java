package hub.ingest;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class MySqlPreflightRealServersIT extends PreflightContract {
    @Override
    TestServer server() {
        return MySqlServer.withGtids();
    }
}
