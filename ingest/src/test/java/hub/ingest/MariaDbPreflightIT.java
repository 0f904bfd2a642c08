package hub.ingest;

class MariaDbPreflightIT extends PreflightContract {
    @Override
    TestServer server() {
        return MariaDbServer.shared();
    }
}
