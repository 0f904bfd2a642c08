package hub.scheduler;

class CanaryIT extends CanaryContract {
    @Override
    TestServers servers() {
        return TestServers.embedded();
    }
}
