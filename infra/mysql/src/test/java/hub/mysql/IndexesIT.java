package hub.mysql;

class IndexesIT extends IndexesContract {
    @Override
    TestServer server() {
        return TestServers.mariaDb();
    }
}
