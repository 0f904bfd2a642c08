package hub.testkit.architecture.planted.unmarked;

public final class LivesInAnUnmarkedPackage {}
