package hub.mysql;

class MysqlBoardsRealServersIT extends MysqlBoardsContract {
    @Override
    TestServer server() {
        return TestServers.mysql();
    }
}
