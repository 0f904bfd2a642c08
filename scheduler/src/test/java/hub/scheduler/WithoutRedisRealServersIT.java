package hub.scheduler;

class WithoutRedisRealServersIT extends WithoutRedisContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
