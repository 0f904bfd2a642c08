package hub.mysql;

class SourceRowsRealServersIT extends SourceRowsContract {
    @Override
    TestServer server() {
        return TestServers.mysql();
    }
}
