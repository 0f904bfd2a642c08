package hub.mysql;

class MysqlReportsRealServersIT extends MysqlReportsContract {
    @Override
    TestServer server() {
        return TestServers.mysql();
    }
}
