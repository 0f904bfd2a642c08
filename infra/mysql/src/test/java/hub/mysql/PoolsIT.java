package hub.mysql;

class PoolsIT extends PoolsContract {
    @Override
    TestServer server() {
        return TestServers.mariaDb();
    }
}
