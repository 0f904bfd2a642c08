package hub.app.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.app.config.Properties;
import hub.app.config.Property;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobModes;
import hub.scheduler.run.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnecteamJobsTest {

    private static final Map<String, String> ENABLED =
            Map.of("hub.connecteam.enabled", "true", "hub.connecteam.key", "k", "hub.connecteam.clock", "90125");

    @Test
    void thereAreNoneUnlessTheyAreEnabled() {
        assertThat(jobs(Map.of())).isEmpty();
    }

    @Test
    void shiftsAreDueEveryFiveMinutesAndPeopleAtTwo() {
        List<Job> jobs = jobs(ENABLED);

        assertThat(jobs)
                .extracting(job -> job.plan().name())
                .containsExactly("connecteam-shifts", "connecteam-employees");
        assertThat(next(jobs.getFirst(), "2026-01-15T14:01:00Z")).isEqualTo("2026-01-15T14:05:00Z");
        assertThat(next(jobs.getLast(), "2026-01-15T14:01:00Z")).isEqualTo("2026-01-16T08:00:00Z");
    }

    @Test
    void peopleAreDueOnceOnTheDaysOnWhichTheClocksChange() {
        Job people = jobs(ENABLED).getLast();

        assertThat(people.plan()
                        .schedule()
                        .dueIn(Instant.parse("2026-03-07T12:00:00Z"), Instant.parse("2026-03-08T12:00:00Z")))
                .containsExactly(Instant.parse("2026-03-08T08:00:00Z"));
        assertThat(people.plan()
                        .schedule()
                        .dueIn(Instant.parse("2026-10-31T12:00:00Z"), Instant.parse("2026-11-01T12:00:00Z")))
                .containsExactly(Instant.parse("2026-11-01T08:00:00Z"));
    }

    /** In spring 02:00 does not exist: then it is 03:00, the same instant. In autumn 02:00 comes once, after 01:00 came twice. */
    @Test
    void peopleAreDueOnceADayForFiveYears() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        LocalDate first = LocalDate.parse("2026-01-01");
        LocalDate last = LocalDate.parse("2030-12-31");
        Set<LocalDate> changes = Stream.of(
                        "2026-03-08",
                        "2027-03-14",
                        "2028-03-12",
                        "2029-03-11",
                        "2030-03-10",
                        "2026-11-01",
                        "2027-11-07",
                        "2028-11-05",
                        "2029-11-04",
                        "2030-11-03")
                .map(LocalDate::parse)
                .collect(Collectors.toSet());

        List<Instant> due = jobs(ENABLED)
                .getLast()
                .plan()
                .schedule()
                .dueIn(
                        first.atStartOfDay(chicago).toInstant(),
                        last.plusDays(1).atStartOfDay(chicago).toInstant());

        assertThat(due)
                .isEqualTo(first.datesUntil(last.plusDays(1))
                        .map(date -> changes.contains(date)
                                ? Instant.parse(date + "T08:00:00Z")
                                : date.atTime(2, 0).atZone(chicago).toInstant())
                        .toList());
    }

    /** They write to tables of others. */
    @Test
    void enabledTheyAreStillOffUntilTheyAreAskedFor() {
        JobModes unset = new JobModes(name -> null);

        assertThat(jobs(ENABLED)).extracting(unset::of).containsExactly(Mode.OFF, Mode.OFF);
        assertThat(Properties.JOB_MODES)
                .filteredOn(mode -> mode.name().startsWith("hub.jobs.connecteam-"))
                .extracting(Property::defaultText)
                .containsExactly("off", "off");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> jobs(without("hub.connecteam.key")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("hub.connecteam.key");
        assertThatThrownBy(() -> jobs(without("hub.connecteam.clock")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("hub.connecteam.clock");
        assertThatThrownBy(() -> jobs(Map.of("hub.connecteam.enabled", "yes")))
                .hasMessage("hub.connecteam.enabled must be true or false, not \"yes\"");
    }

    private static Map<String, String> without(String name) {
        Map<String, String> rest = new HashMap<>(ENABLED);
        rest.remove(name);
        return rest;
    }

    private static List<Job> jobs(Map<String, String> settings) {
        return ConnecteamJobs.of(
                Settings.of(settings),
                new MysqlSettings("127.0.0.1", 1, "hub", "hub", "", SslMode.DISABLED),
                Clock.systemUTC());
    }

    private static String next(Job job, String after) {
        return job.plan().schedule().nextAfter(Instant.parse(after)).toString();
    }
}
