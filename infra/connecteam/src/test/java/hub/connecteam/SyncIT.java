package hub.connecteam;

class SyncIT extends SyncContract {
    @Override
    TestServer server() {
        return TestServer.mariaDb();
    }
}
