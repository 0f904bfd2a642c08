package hub.mysql;

class SourceRowsIT extends SourceRowsContract {
    @Override
    TestServer server() {
        return TestServers.mariaDb();
    }
}
