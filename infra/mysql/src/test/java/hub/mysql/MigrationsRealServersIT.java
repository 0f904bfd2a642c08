package hub.mysql;

class MigrationsRealServersIT extends MigrationsContract {
    @Override
    TestServer server() {
        return TestServers.mysql();
    }
}
