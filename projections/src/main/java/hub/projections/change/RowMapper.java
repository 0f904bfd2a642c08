package hub.projections.change;

import org.jspecify.annotations.Nullable;

/**
 * The one mapping from columns to {@link Row}s.
 *
 * <p>A row whose required column is {@code NULL} or a zero date belongs to no employee or no day, as in SQL, and one whose
 * value cannot be read belongs nowhere: both map to {@link Row.Unreadable}, before and after a change alike. Whether a row
 * is readable is a part of what its cells are: who changes that changes {@code ReferenceScenario} too.
 */
public final class RowMapper {

    private final RowValues values;

    private RowMapper(RowValues values) {
        this.values = values;
    }

    /**
     * @throws IllegalArgumentException for the canary's table, which has no rows in the vocabulary
     * @throws UnreadableValue if not even the primary key can be read
     */
    public static Row map(Table table, RowValues values) {
        RowMapper row = new RowMapper(values);
        long id = row.requiredInteger(0);
        try {
            return switch (table) {
                case ACTIVITY_LOGS -> row.activity(id);
                case CLOCK_TIMES -> row.clock(id);
                case DAILY_SCORES -> row.score(id);
                case EMPLOYEES -> row.employee(id);
                case ROLE_CONFIGS -> row.role(id);
                case EMPLOYEE_PAYRATES -> row.payrate(id);
                case DEPARTMENT_TARGETS -> row.departmentTarget(id);
                case EMPLOYEE_PODFACTORY_MAPPING -> row.podfactoryMapping(id);
                case EMPLOYEE_GOALS -> row.goal(id);
                case EMPLOYEE_ACHIEVEMENTS -> row.earnedAchievement(id);
                case ACHIEVEMENTS -> row.achievement(id);
                case TEAM_CHALLENGES -> row.challenge(id);
                case CHALLENGE_PARTICIPANTS ->
                    new Row.ChallengeParticipant(id, row.requiredInteger(1), row.requiredInteger(2));
                case ACTIVITY_FLAGS -> row.flag(id);
                case SEALS -> row.seal(id);
                case DAY_RATES -> row.dayRate(id);
                case HEARTBEAT -> throw new IllegalArgumentException("the canary is not a row of the vocabulary");
            };
        } catch (UnreadableValue e) {
            return new Row.Unreadable(id, table, e.reason(table));
        }
    }

    private Row activity(long id) {
        RowValues v = values;
        return new Row.Activity(
                id,
                requiredInteger(1),
                v.integer(2),
                v.text(3),
                v.integer(4),
                required(5, v.instant(5), "NULL or a zero date"),
                v.instant(6),
                v.text(7),
                v.text(8));
    }

    private Row clock(long id) {
        RowValues v = values;
        return new Row.Clock(
                id,
                requiredInteger(1),
                required(2, v.instant(2), "NULL or a zero date"),
                v.instant(3),
                v.decimal(4),
                v.integer(5));
    }

    private Row score(long id) {
        RowValues v = values;
        return new Row.Score(
                id,
                requiredInteger(1),
                required(2, v.date(2), "NULL or a zero date"),
                v.integer(3),
                v.decimal(4),
                v.integer(5),
                v.flag(6));
    }

    private Row employee(long id) {
        RowValues v = values;
        return new Row.Employee(
                id,
                required(1, v.text(1), "NULL"),
                v.flag(2),
                v.integer(3),
                v.text(4),
                v.text(5),
                v.instant(6),
                v.integer(7),
                v.integer(8),
                v.date(9),
                v.flag(10),
                v.flag(11));
    }

    private Row role(long id) {
        RowValues v = values;
        return new Row.Role(
                id,
                required(1, v.text(1), "NULL"),
                "batch".equals(v.text(2)),
                required(3, v.decimal(3), "NULL"),
                v.decimal(4),
                v.integer(5));
    }

    private Row payrate(long id) {
        RowValues v = values;
        return new Row.Payrate(id, requiredInteger(1), v.decimal(2), v.text(3), v.date(4), v.text(5));
    }

    private Row departmentTarget(long id) {
        return new Row.DepartmentTarget(id, required(1, values.text(1), "NULL"), values.decimal(2));
    }

    private Row podfactoryMapping(long id) {
        RowValues v = values;
        Long verified = v.integer(6);
        return new Row.PodfactoryMapping(
                id,
                requiredInteger(1),
                v.text(2),
                v.text(3),
                v.decimal(4),
                v.text(5),
                verified == null ? null : verified != 0,
                v.instant(7));
    }

    private Row goal(long id) {
        RowValues v = values;
        return new Row.Goal(
                id,
                requiredInteger(1),
                v.text(2),
                v.text(3),
                v.decimal(4),
                v.date(5),
                v.date(6),
                v.flag(7),
                v.instant(8));
    }

    private Row earnedAchievement(long id) {
        RowValues v = values;
        return new Row.EarnedAchievement(
                id, requiredInteger(1), required(2, v.text(2), "NULL"), v.instant(3), v.integer(4));
    }

    private Row achievement(long id) {
        RowValues v = values;
        return new Row.Achievement(
                id,
                requiredInteger(1),
                required(2, v.text(2), "NULL"),
                v.text(3),
                v.text(4),
                v.integer(5),
                v.text(6),
                required(7, v.date(7), "NULL or a zero date"));
    }

    private Row challenge(long id) {
        RowValues v = values;
        return new Row.Challenge(
                id,
                v.integer(1),
                v.text(2),
                v.text(3),
                v.text(4),
                v.decimal(5),
                v.decimal(6),
                v.date(7),
                v.date(8),
                v.integer(9),
                v.flag(10));
    }

    private Row flag(long id) {
        RowValues v = values;
        return new Row.Flag(
                id,
                requiredInteger(1),
                required(2, v.text(2), "NULL"),
                v.text(3),
                v.flag(4),
                v.instant(5),
                v.instant(6));
    }

    private Row seal(long id) {
        RowValues v = values;
        return new Row.Seal(
                id,
                required(1, v.date(1), "NULL or a zero date"),
                requiredInteger(2),
                required(3, v.text(3), "NULL"),
                required(4, v.text(4), "NULL"),
                required(5, v.instant(5), "NULL or a zero date"),
                required(6, v.instant(6), "NULL or a zero date"),
                requiredInteger(7),
                required(8, v.text(8), "NULL"));
    }

    private Row dayRate(long id) {
        RowValues v = values;
        return new Row.DayRate(
                id,
                required(1, v.date(1), "NULL or a zero date"),
                required(2, v.text(2), "NULL"),
                requiredInteger(3),
                required(4, v.decimal(4), "NULL"));
    }

    private long requiredInteger(int column) {
        return required(column, values.integer(column), "NULL");
    }

    private static <T> T required(int column, @Nullable T value, String otherwise) {
        if (value == null) {
            throw new UnreadableValue(column, "is " + otherwise);
        }
        return value;
    }
}
