package hub.query.ops;

import hub.redis.JobBoard;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the scheduler role tells of its jobs, and what is asked of it. */
public interface JobReports {

    /** @param json as the scheduler wrote it */
    record Report(String json) {

        private static final JsonMapper MAPPER = new JsonMapper();

        /** One line for each job of which something is wrong. */
        public List<String> warnings() {
            return texts(root().path("warnings"));
        }

        List<String> names() {
            return StreamSupport.stream(root().path("jobs").spliterator(), false)
                    .map(job -> job.path("name").asString())
                    .toList();
        }

        /** Off, shadow or on; empty if there is no such job. */
        Optional<String> mode(String job) {
            return StreamSupport.stream(root().path("jobs").spliterator(), false)
                    .filter(each -> each.path("name").asString().equals(job))
                    .map(each -> each.path("mode").asString())
                    .findAny();
        }

        private JsonNode root() {
            return MAPPER.readTree(json);
        }

        private static List<String> texts(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asString)
                    .toList();
        }
    }

    /** Empty if no process with the role scheduler has told anything for a minute. */
    Mono<Report> report();

    /** Leaves a wish; the same name again changes nothing. */
    Mono<Void> ask(String name, String wish);

    static JobReports of(JobBoard board) {
        return new JobReports() {
            @Override
            public Mono<Report> report() {
                return board.report().map(Report::new);
            }

            @Override
            public Mono<Void> ask(String name, String wish) {
                return board.ask(name, wish);
            }
        };
    }
}
