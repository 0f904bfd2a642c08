package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.Generation;
import hub.projections.store.StoreUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;

class FailuresTest {

    @Test
    void whateverRedisSaysIsUnavailability() {
        for (Exception failure : new Exception[] {
            new RedisConnectionException("refused"),
            new RedisCommandTimeoutException("5 s"),
            new RedisCommandExecutionException("OOM command not allowed"),
            new RedisConnectionFailureException("refused"),
            new ExecutionException(new CompletionException(new RedisConnectionException("refused")))
        }) {
            assertThat(Failures.translate("commit 7 to g1", failure))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("commit 7 to g1: ");
        }
    }

    @Test
    void whatWeSaidOurselvesStays() {
        GenerationGone gone = new GenerationGone(new Generation(1));
        StoreUnavailable away = new StoreUnavailable("away", gone);

        assertThat(Failures.translate("read", new CompletionException(gone))).isSameAs(gone);
        assertThat(Failures.translate("read", away)).isSameAs(away);
    }

    @Test
    void aMistakeOfOursIsNotRetriedForEver() {
        assertThat(Failures.translate("commit", new RedisCommandExecutionException("HUBARGS 3 arguments")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Failures.translate("commit", new IllegalArgumentException("bug")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
