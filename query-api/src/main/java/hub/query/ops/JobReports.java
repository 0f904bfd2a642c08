package hub.query.ops;

import hub.redis.JobBoard;
import hub.redis.JobDates;
import hub.redis.JobWish;
import java.time.LocalDate;
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
            return job(job).map(each -> each.path("mode").asString());
        }

        /** Which dates that job takes, in words, if {@code date} is none of them. */
        Optional<String> otherDates(String job, LocalDate date) {
            return job(job).flatMap(each -> JobDates.told(
                            each.path("first_date").asString(""),
                            each.path("last_date").asString("")))
                    .filter(allowed -> !allowed.has(date))
                    .map(JobDates::text);
        }

        /** The day of the run whose key begins with {@code keys}; empty if none is among the newest. */
        Optional<LocalDate> dateOfRun(String job, String keys) {
            return job(job).stream()
                    .flatMap(each -> StreamSupport.stream(each.path("runs").spliterator(), false))
                    .filter(run -> run.path("key").asString().startsWith(keys))
                    .map(run -> LocalDate.parse(run.path("date").asString()))
                    .findFirst();
        }

        private Optional<JsonNode> job(String name) {
            return StreamSupport.stream(root().path("jobs").spliterator(), false)
                    .filter(each -> each.path("name").asString().equals(name))
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

    /** Leaves a wish, and tells which one stands: that of who asked first with this job and key. */
    Mono<JobWish> ask(JobWish wish);

    static JobReports of(JobBoard board) {
        return new JobReports() {
            @Override
            public Mono<Report> report() {
                return board.report().map(Report::new);
            }

            @Override
            public Mono<JobWish> ask(JobWish wish) {
                return board.ask(wish);
            }
        };
    }
}
