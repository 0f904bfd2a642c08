package hub.query.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A refused key ends the start with what is wrong and what to do, not with a stack trace. */
final class ApiKeysRefusedAnalyzer extends AbstractFailureAnalyzer<ApiKeysRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ApiKeysRefused cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct hub.api.keys (HUB_API_KEYS).", cause);
    }
}
