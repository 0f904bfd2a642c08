package hub.projections.stations;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.stations.RateDay.Group;
import hub.projections.stations.StationPeople.PersonRate;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.Everything;
import hub.projections.view.Fraction;
import hub.projections.view.RangeQuery;
import hub.projections.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everybody's mean items per hour at each station, of the windows of all sources that began today or on the 30 Central
 * days before (domain 3.10). A station is an activity type, that of {@code In Production} being called {@code Heat Press}.
 * Active people only, as in every list of people.
 */
public final class StationPeopleView implements View<Everything, StationPeople> {

    private static final int DAYS = 31;

    private record Rated(Employee employee, Fraction rate) {}

    private static final Comparator<Rated> FASTEST_FIRST = Comparator.comparing(Rated::rate)
            .reversed()
            .thenComparing(rated -> rated.employee().id());

    @Override
    public String name() {
        return "station-performance";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        days(now).dates().forEach(date -> {
            DayNotHeld.check(date, loaded.horizon());
            reads.add(RateDay.BOARD.in(new Partition.Day(date)));
        });
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public boolean fitsMysql(Everything query) {
        return days(Instant.EPOCH).fitsMysql();
    }

    @Override
    public Answer<StationPeople> answer(Everything query, Boards boards, Instant now) {
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        Map<String, Map<Long, MeanRate>> byStation = new TreeMap<>();
        days(now).dates().forEach(date -> {
            for (Group group :
                    boards.get(RateDay.BOARD, new Partition.Day(date)).groups()) {
                byStation
                        .computeIfAbsent(station(group.activityType()), station -> new HashMap<>())
                        .computeIfAbsent(group.employeeId(), employee -> new MeanRate())
                        .add(group);
            }
        });
        Map<String, List<PersonRate>> data = new TreeMap<>();
        byStation.forEach((station, rates) -> {
            List<PersonRate> rows = rows(rates, employees);
            if (!rows.isEmpty()) {
                data.put(station, rows);
            }
        });
        return new Answer<>(new StationPeople(true, data), CentralDay.of(now).end());
    }

    private static List<PersonRate> rows(Map<Long, MeanRate> rates, Employees employees) {
        List<Rated> rated = new ArrayList<>();
        rates.forEach((id, rate) -> {
            Employee employee = employees.byId().get(id);
            if (employee != null && employee.active()) {
                rated.add(new Rated(employee, rate.perHour()));
            }
        });
        return rated.stream()
                .sorted(FASTEST_FIRST)
                .map(one -> new PersonRate(
                        one.employee().id(), one.employee().name(), one.rate().round(1)))
                .toList();
    }

    private static String station(String activityType) {
        return activityType.equals("In Production") ? "Heat Press" : activityType;
    }

    private static RangeQuery days(Instant now) {
        return RangeQuery.endingAt(CentralDay.of(now).date(), DAYS);
    }
}
