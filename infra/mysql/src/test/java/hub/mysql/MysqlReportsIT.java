package hub.mysql;

class MysqlReportsIT extends MysqlReportsContract {
    @Override
    TestServer server() {
        return TestServers.mariaDb();
    }
}
