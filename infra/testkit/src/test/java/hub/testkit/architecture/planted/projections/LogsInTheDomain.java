package hub.testkit.architecture.planted.projections;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class LogsInTheDomain {
    static final Logger LOG = LoggerFactory.getLogger(LogsInTheDomain.class);
}
