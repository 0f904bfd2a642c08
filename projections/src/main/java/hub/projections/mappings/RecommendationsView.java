package hub.projections.mappings;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.dimensions.PodfactoryMappings.Mapping;
import hub.projections.mappings.Recommendations.Choice;
import hub.projections.mappings.Recommendations.Match;
import hub.projections.mappings.Recommendations.Unconfirmed;
import hub.projections.source.SourceTables;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Fraction;
import hub.projections.view.Iso8601;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For every address that nobody has confirmed, the three active people whose names are most like PodFactory's (domain
 * 3.9). Here a mapping of a deactivated person counts, since it may belong to somebody else.
 */
public final class RecommendationsView implements View<Everything, Recommendations> {

    private static final int SHOWN = 3;
    private static final Fraction UNLIKE = Fraction.of(new BigDecimal("0.3"));

    @Override
    public String name() {
        return "mapping-recommendations";
    }

    @Override
    public Set<Table> needs() {
        return Linked.NEEDS;
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(Employees.PARTITION, PodfactoryMappings.PARTITION, SourceTables.PARTITION);
    }

    @Override
    public Answer<Recommendations> answer(Everything query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        List<Employee> active = employees.byId().values().stream()
                .filter(Employee::active)
                .sorted(Employee.BY_NAME)
                .toList();
        List<Unconfirmed> recommendations = new ArrayList<>();
        for (Mapping mapping : boards.get(PodfactoryMappings.BOARD, Partition.ALL).all().stream()
                .sorted(PendingMapping.LATEST_FIRST)
                .toList()) {
            String email = mapping.email();
            if (mapping.pending() && email != null && !email.isEmpty()) {
                recommendations.add(unconfirmed(mapping, email, employees, active));
            }
        }
        return new Answer<>(
                new Recommendations(
                        true,
                        recommendations.size(),
                        recommendations,
                        active.stream()
                                .map(employee -> new Choice(employee.id(), employee.name()))
                                .toList()),
                Instant.MAX);
    }

    private static Unconfirmed unconfirmed(Mapping mapping, String email, Employees employees, List<Employee> active) {
        Employee current = employees.byId().get(mapping.employeeId());
        BigDecimal similarity = mapping.similarity();
        Instant created = mapping.createdAt();
        return new Unconfirmed(
                mapping.id(),
                email,
                mapping.name(),
                mapping.employeeId(),
                current == null ? null : current.name(),
                similarity == null ? BigDecimal.ZERO : similarity,
                mapping.confidence(),
                created == null ? null : Iso8601.text(created),
                matches(mapping.name(), active));
    }

    private static List<Match> matches(@Nullable String name, List<Employee> active) {
        if (name == null || name.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (Employee employee : active) {
            Fraction similarity = Similarity.of(name, employee.name());
            if (similarity.compareTo(UNLIKE) > 0) {
                matches.add(new Match(employee.id(), employee.name(), employee.email(), similarity.round(2)));
            }
        }
        return matches.stream()
                .sorted(Comparator.comparing(Match::similarityScore).reversed())
                .limit(SHOWN)
                .toList();
    }
}
