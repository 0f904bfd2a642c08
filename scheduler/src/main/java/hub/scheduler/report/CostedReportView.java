package hub.scheduler.report;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.cost.CostAnalysis;
import hub.projections.cost.CostView;
import hub.projections.seals.SealDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** {@link DailyReportView} with the day's cost, as the cost view computes it at the instant of the seal; reads the seal, too. */
public final class CostedReportView implements View<ReportQuery, DailyReport> {

    private final DailyReportView report;
    private final CostView cost;

    public CostedReportView(ScoreMode mode) {
        this.report = new DailyReportView(mode);
        this.cost = new CostView(mode);
    }

    @Override
    public String name() {
        return report.name();
    }

    @Override
    public Set<PartitionId> reads(ReportQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>(report.reads(query, loaded, now));
        reads.add(SealDay.BOARD.in(new Partition.Day(query.date())));
        reads.addAll(cost.reads(day(query), loaded, query.edition().evaluatedAt()));
        return reads;
    }

    @Override
    public Answer<DailyReport> answer(ReportQuery query, Boards boards, Instant now) {
        DailyReport day = report.answer(query, boards, now).body();
        CostAnalysis costs =
                cost.answer(day(query), boards, query.edition().evaluatedAt()).body();
        return new Answer<>(day.withCost(part(costs)), Instant.MAX);
    }

    private static RangeQuery day(ReportQuery query) {
        return new RangeQuery(query.date(), query.date());
    }

    private static CostPart part(CostAnalysis costs) {
        return new CostPart(
                costs.totalLaborCost(),
                costs.totalActiveCost(),
                costs.totalNonActiveCost(),
                costs.overallUtilization(),
                costs.avgHourlyRate(),
                costs.qcPassedItems() == 0 ? null : costs.avgCostPerItem(),
                costs.departmentCosts().stream()
                        .map(line -> new CostPart.Department(
                                line.department(), line.employeeCount(), line.itemsProcessed(), line.totalCost()))
                        .toList());
    }
}
