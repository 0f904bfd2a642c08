package hub.mysql;

class PoolsRealServersIT extends PoolsContract {
    @Override
    TestServer server() {
        return TestServers.mysql();
    }
}
