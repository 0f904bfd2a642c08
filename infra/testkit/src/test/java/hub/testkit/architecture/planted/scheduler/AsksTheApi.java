package hub.testkit.architecture.planted.scheduler;

import hub.testkit.architecture.planted.query.RunsTheProjector;

public final class AsksTheApi {
    static final Class<?> API = RunsTheProjector.class;
}
