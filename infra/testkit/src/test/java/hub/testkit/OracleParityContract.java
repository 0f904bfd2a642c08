package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Parity;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.RandomWrites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After anything that writers do, the service says what SQL says. */
abstract class OracleParityContract extends HubContract {

    private static final int ROUNDS = 3;
    private static final int WRITES_A_ROUND = 120;

    private final ScoreMode mode;

    OracleParityContract(ScoreMode mode) {
        super("parity", mode, Instant.parse("2026-03-09T18:00:00Z"));
        this.mode = mode;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T18:00:00Z, 2026-03-07", // the 23-hour day is yesterday
        "2026-11-02T04:30:00Z, 2026-10-30", // within the 25-hour day
        "2026-01-16T02:00:00Z, 2026-01-13" // the evening of a day that is tomorrow in UTC
    })
    void theServiceSaysWhatSqlSays(Instant now, LocalDate first) {
        Seeds.each(seed -> compare(seed, now, first), "the service says what SQL says", mode, now);
    }

    private void compare(long seed, Instant now, LocalDate first) {
        db.clear();
        clock.set(now);
        List<LocalDate> days = first.datesUntil(first.plusDays(4)).toList();
        RandomWrites writes = new RandomWrites(db, seed, days);
        Parity parity = new Parity(service, new Oracle(db.connection()), mode);

        writes.begin();
        for (int round = 1; round <= ROUNDS; round++) {
            writes.run(WRITES_A_ROUND);
            if (round == 1) {
                writes.many();
                writes.longTransaction();
            }
            if (round == ROUNDS - 1) {
                writes.truncate();
            }
            for (LocalDate day : days) {
                parity.assertHolds(day);
            }
            parity.assertTodayHolds();
            parity.assertRangeHolds(days.getFirst(), days.getLast());
            parity.assertRangeHolds(days.get(2), days.get(2));
        }
    }
}
