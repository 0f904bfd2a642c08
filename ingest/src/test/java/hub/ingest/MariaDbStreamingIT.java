package hub.ingest;

class MariaDbStreamingIT extends StreamingContract {
    @Override
    TestServer server() {
        return MariaDbServer.shared();
    }
}
