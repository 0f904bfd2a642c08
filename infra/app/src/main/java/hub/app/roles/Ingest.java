package hub.app.roles;
final class Ingest { static AutoCloseable start(RedisSession r, hub.ingest.SourceSettings s) { return () -> {}; } }
