package hub.scheduler;

class MysqlLocksIT extends MysqlLocksContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
