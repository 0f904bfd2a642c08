package hub.testkit.architecture.planted.query;

import hub.testkit.architecture.planted.projections.projector.Projector;

public final class RunsTheProjector {
    static void run(Projector projector) {
        projector.project();
    }
}
