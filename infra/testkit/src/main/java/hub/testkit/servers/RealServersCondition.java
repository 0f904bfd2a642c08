package hub.testkit.servers;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

final class RealServersCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Boolean.parseBoolean(System.getenv("HUB_REQUIRE_REAL_SERVERS"))) {
            return enabled("HUB_REQUIRE_REAL_SERVERS=true");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? enabled("a Docker engine answers")
                : disabled("no Docker engine answers, so there is no real MySQL and Redis to test against");
    }
}
