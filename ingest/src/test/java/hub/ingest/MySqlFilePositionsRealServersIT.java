package hub.ingest;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class MySqlFilePositionsRealServersIT extends StreamingContract {
    @Override
    TestServer server() {
        return MySqlServer.withoutGtids();
    }
}
