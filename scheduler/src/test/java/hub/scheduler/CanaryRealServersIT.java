package hub.scheduler;

class CanaryRealServersIT extends CanaryContract {
    @Override
    TestServers servers() {
        return TestServers.real();
    }
}
