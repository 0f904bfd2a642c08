package hub.mysql;

class MigrationsIT extends MigrationsContract {
    @Override
    TestServer server() {
        return TestServers.mariaDb();
    }
}
