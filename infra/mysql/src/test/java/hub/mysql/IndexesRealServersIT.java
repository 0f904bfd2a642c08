package hub.mysql;

class IndexesRealServersIT extends IndexesContract {
    @Override
    TestServer server() {
        return TestServers.mysql();
    }
}
