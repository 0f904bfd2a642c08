package hub.ingest;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class MySqlStreamingRealServersIT extends StreamingContract {
    @Override
    TestServer server() {
        return MySqlServer.withGtids();
    }
}
