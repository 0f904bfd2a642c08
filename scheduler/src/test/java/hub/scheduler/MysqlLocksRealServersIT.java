package hub.scheduler;

class MysqlLocksRealServersIT extends MysqlLocksContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
