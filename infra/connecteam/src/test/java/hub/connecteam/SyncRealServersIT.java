package hub.connecteam;

class SyncRealServersIT extends SyncContract {
    @Override
    TestServer server() {
        return TestServer.mysql();
    }
}
