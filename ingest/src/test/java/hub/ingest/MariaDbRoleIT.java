package hub.ingest;

class MariaDbRoleIT extends RoleContract {
    @Override
    TestServer server() {
        return MariaDbServer.shared();
    }
}
