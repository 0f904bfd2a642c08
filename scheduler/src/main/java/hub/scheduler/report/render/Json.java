package hub.scheduler.report.render;

import hub.scheduler.report.CostPart;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.DayFigures;
import hub.scheduler.report.DepartmentLine;
import hub.scheduler.report.Edition;
import hub.scheduler.report.HeatDay;
import hub.scheduler.report.Metric;
import hub.scheduler.report.Provenance;
import hub.scheduler.report.Report;
import hub.scheduler.report.TopLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The report as JSON: snake case, plain decimals, ISO dates and instants. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    private record Body(
            LocalDate date,
            String title,
            String state,
            Edition seal,
            Provenance made,
            boolean empty,
            String headline,
            List<String> remarks,
            List<Figure> figures,
            @Nullable LocalDate previousWorkingDay,
            DailyReport.@Nullable Spread itemsPerPerson,
            List<TopLine> topFive,
            List<DepartmentLine> departments,
            List<DayFigures> week,
            List<HeatDay> heatmap,
            @Nullable CostPart cost) {}

    private record Figure(
            String key,
            String name,
            @Nullable BigDecimal value,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal sincePrevious,
            @Nullable BigDecimal week,
            @Nullable BigDecimal againstWeek) {

        static Figure of(Metric metric) {
            return new Figure(
                    metric.key(),
                    metric.name(),
                    metric.value(),
                    metric.previous(),
                    metric.sincePrevious(),
                    metric.week(),
                    metric.againstWeek());
        }
    }

    public static String of(Report report) {
        DailyReport day = report.day();
        return MAPPER.writeValueAsString(new Body(
                day.date(),
                Words.title(day),
                day.edition().kind().name().toLowerCase(Locale.ROOT),
                day.edition(),
                report.made(),
                day.empty(),
                Words.headline(day),
                day.remarks(),
                day.metrics().stream().map(Figure::of).toList(),
                day.previous(),
                day.spread(),
                day.top(),
                day.departments(),
                day.week(),
                day.heat(),
                day.cost()));
    }
}
