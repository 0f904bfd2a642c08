package hub.testkit.architecture.planted.projections.projector;

public final class Projector {
    public void project() {}
}
