package hub.testkit.hub;

import hub.testkit.hub.Verdict.Judge;
import hub.testkit.oracle.Asked;
import hub.testkit.oracle.Oracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares what the flow of work is told to be with SQL: the stations, and who could help where. */
final class FlowJudge {

    private static final Judge PARTS = Judge.by(
            "/stations", "stations",
            "/bottlenecks", "flow-bottlenecks",
            "/recommendations", "flow-helpers",
            "/predictions", "flow-predictions",
            "/summary", "flow-summary");

    private FlowJudge() {}

    static void compare(Differences differences, JsonNode body, Oracle oracle, Asked asked) {
        PARTS.compare(differences, body, oracle, asked);
        JsonNode primary = body.path("primary_bottleneck");
        Verdict.compare(
                differences,
                "primary",
                oracle.table("flow-primary", asked),
                primary.isNull() ? JsonNodeFactory.instance.arrayNode() : primary);

        ArrayNode workers = JsonNodeFactory.instance.arrayNode();
        ArrayNode skills = JsonNodeFactory.instance.arrayNode();
        for (JsonNode worker : body.path("available_workers")) {
            workers.addObject()
                    .setAll((ObjectNode) worker)
                    .put("skill_count", worker.path("skill_performance").size());
            for (JsonNode skill : worker.path("skills")) {
                skills.addObject()
                        .put("skill", skill.asString())
                        .set("id", worker.path("id"))
                        .set("per_row", worker.path("skill_performance").path(skill.asString()));
            }
        }
        Verdict.compare(differences, "worker", oracle.table("flow-workers", asked), workers);
        Verdict.compare(differences, "skill", oracle.table("flow-skills", asked), skills);
    }
}
