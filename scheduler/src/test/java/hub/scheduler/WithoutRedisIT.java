package hub.scheduler;

class WithoutRedisIT extends WithoutRedisContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
