package hub.scheduler.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.redis.Readiness;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoadingTest {

    private final Map<String, Readiness> present = new TreeMap<>();
    private String wish = "";
    private Runnable onLook = () -> {};

    private final Servers servers = new Servers() {
        @Override
        public void ask(String asked) {
            wish = asked;
        }

        @Override
        public Map<String, Readiness> present() {
            onLook.run();
            return present;
        }
    };

    private String load(Duration within) throws NotWarm, InterruptedException {
        return new Loading(servers, within, Duration.ofMillis(1)).of("w1", 7);
    }

    @Test
    void waitsUntilEveryProcessHasAnswered() throws Exception {
        present.put("a", Readiness.UNASKED);
        onLook = () -> {
            // One that has only just started hears the wish, too.
            present.put("b", present.containsKey("b") ? new Readiness(wish, 7, 20, "") : Readiness.UNASKED);
            present.put("a", new Readiness(wish, 7, 21, ""));
        };

        assertThat(load(Duration.ofMinutes(1))).isEqualTo("20 answers are ready in each of 2 processes that serve");
    }

    @Test
    void doesNotWaitForOneThatHasLeft() throws Exception {
        present.put("a", new Readiness("w1", 7, 21, ""));
        present.put("b", Readiness.UNASKED);
        onLook = () -> present.remove("b");

        assertThat(load(Duration.ZERO)).endsWith("in each of 1 processes that serve");
    }

    @Test
    void namesThoseThatAreNotReadyAndWhy() {
        present.put("a", new Readiness("w0", 7, 21, ""));
        present.put("b", new Readiness("w1", 0, 0, "no memory"));
        present.put("c", new Readiness("w1", 6, 21, ""));
        present.put("d", new Readiness("w1", 7, 21, ""));

        assertThatThrownBy(() -> load(Duration.ZERO))
                .hasMessage("not ready in 3 of 4 processes that serve:"
                        + " {a=has not answered, b=no memory, c=serves generation 6, not 7}");
    }

    @Test
    void nobodyIsNotEverybody() {
        assertThatThrownBy(() -> load(Duration.ZERO)).hasMessageContaining("no process with the role query");
    }
}
