package hub.mysql;

class MysqlBoardsIT extends MysqlBoardsContract {
    @Override
    TestServer server() {
        return TestServers.mariaDb();
    }
}
