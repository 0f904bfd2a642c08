package hub.projections.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One captured row as MySQL stores it, restricted to the columns of its {@link Table}. {@code DATETIME} values are UTC
 * instants, {@code score_date} is a Central date, {@code null} is SQL {@code NULL}. Integer and decimal widths are the
 * source's business: any of them arrives here as {@code long} or {@link BigDecimal}.
 */
public sealed interface Row {

    /** The primary key. */
    long id();

    /** The table that the row belongs to. */
    Table table();

    record Activity(
            long id,
            long employeeId,
            @Nullable Long roleId,
            @Nullable String activityType,
            @Nullable Long itemsCount,
            Instant windowStart,
            @Nullable Instant windowEnd,
            @Nullable String department,
            @Nullable String source)
            implements Row {
        @Override
        public Table table() {
            return Table.ACTIVITY_LOGS;
        }

        /** Items as SQL's {@code SUM} counts them: {@code NULL} adds nothing. */
        public long items() {
            return itemsCount == null ? 0 : itemsCount;
        }

        /**
         * Whether the row came from PodFactory: the one source filter, for team and department figures. Personal items
         * and points count every source.
         */
        public boolean fromPodfactory() {
            return "podfactory".equals(source);
        }
    }

    record Clock(
            long id,
            long employeeId,
            Instant clockIn,
            @Nullable Instant clockOut,
            @Nullable BigDecimal totalMinutes,
            @Nullable Long breakMinutes)
            implements Row {
        @Override
        public Table table() {
            return Table.CLOCK_TIMES;
        }
    }

    record Score(
            long id,
            long employeeId,
            LocalDate scoreDate,
            @Nullable Long itemsProcessed,
            @Nullable BigDecimal pointsEarned,
            @Nullable Long activeMinutes,
            boolean finalized)
            implements Row {
        @Override
        public Table table() {
            return Table.DAILY_SCORES;
        }
    }

    /**
     * @param email the address that the legacy's staff pages show, not a private one
     * @param archivedAt null unless archived
     * @param roleId as an administrator set it; what people do in fact is told by their activities
     * @param newEmployee as the warehouse's software marked it, and so {@code contractor}
     */
    record Employee(
            long id,
            String name,
            boolean active,
            @Nullable Long currentStreak,
            @Nullable String email,
            @Nullable String connecteamUserId,
            @Nullable Instant archivedAt,
            @Nullable Long roleId,
            @Nullable Long achievementPoints,
            @Nullable LocalDate hireDate,
            boolean newEmployee,
            boolean contractor)
            implements Row {

        /** Nothing known but these. */
        public Employee(long id, String name, boolean active, @Nullable Long currentStreak) {
            this(id, name, active, currentStreak, null, null, null);
        }

        /** Nothing known but these. */
        public Employee(
                long id,
                String name,
                boolean active,
                @Nullable Long currentStreak,
                @Nullable String email,
                @Nullable String connecteamUserId,
                @Nullable Instant archivedAt) {
            this(id, name, active, currentStreak, email, connecteamUserId, archivedAt, null, null, null, false);
        }

        /** No contractor. */
        public Employee(
                long id,
                String name,
                boolean active,
                @Nullable Long currentStreak,
                @Nullable String email,
                @Nullable String connecteamUserId,
                @Nullable Instant archivedAt,
                @Nullable Long roleId,
                @Nullable Long achievementPoints,
                @Nullable LocalDate hireDate,
                boolean newEmployee) {
            this(
                    id,
                    name,
                    active,
                    currentStreak,
                    email,
                    connecteamUserId,
                    archivedAt,
                    roleId,
                    achievementPoints,
                    hireDate,
                    newEmployee,
                    false);
        }

        @Override
        public Table table() {
            return Table.EMPLOYEES;
        }
    }

    record Role(
            long id,
            String name,
            boolean batch,
            BigDecimal multiplier,
            @Nullable BigDecimal expectedPerHour,
            @Nullable Long idleThresholdMinutes)
            implements Row {
        @Override
        public Table table() {
            return Table.ROLE_CONFIGS;
        }
    }

    record Payrate(
            long id,
            long employeeId,
            @Nullable BigDecimal payRate,
            @Nullable String payType,
            @Nullable LocalDate effectiveDate,
            @Nullable String notes)
            implements Row {
        @Override
        public Table table() {
            return Table.EMPLOYEE_PAYRATES;
        }
    }

    record DepartmentTarget(
            long id, String departmentName, @Nullable BigDecimal ratePerPerson) implements Row {
        @Override
        public Table table() {
            return Table.DEPARTMENT_TARGETS;
        }
    }

    /**
     * @param email null while nothing is mapped
     * @param name what PodFactory calls the person
     * @param similarity of both names, 0 to 1, as the matching found it
     * @param verified whether somebody has confirmed it; null where that is not recorded
     */
    record PodfactoryMapping(
            long id,
            long employeeId,
            @Nullable String email,
            @Nullable String name,
            @Nullable BigDecimal similarity,
            @Nullable String confidence,
            @Nullable Boolean verified,
            @Nullable Instant createdAt)
            implements Row {

        /** Nothing known but these. */
        public PodfactoryMapping(long id, long employeeId, @Nullable String email) {
            this(id, employeeId, email, null, null, null, null, null);
        }

        @Override
        public Table table() {
            return Table.EMPLOYEE_PODFACTORY_MAPPING;
        }
    }

    /**
     * What a person set out to reach.
     *
     * @param metric of a day, as {@code items_processed}
     * @param endDate the last day; null = open
     */
    record Goal(
            long id,
            long employeeId,
            @Nullable String goalType,
            @Nullable String metric,
            @Nullable BigDecimal targetValue,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            boolean active,
            @Nullable Instant createdAt)
            implements Row {
        @Override
        public Table table() {
            return Table.EMPLOYEE_GOALS;
        }
    }

    /** An achievement as the portal's table has it. */
    record EarnedAchievement(
            long id,
            long employeeId,
            String key,
            @Nullable Instant earnedAt,
            @Nullable Long pointsAwarded) implements Row {
        @Override
        public Table table() {
            return Table.EMPLOYEE_ACHIEVEMENTS;
        }
    }

    /**
     * An achievement as the gamification's table has it.
     *
     * @param type {@code daily}, {@code weekly}, {@code monthly}, {@code milestone}, {@code streak} or {@code special}
     * @param earnedDate a Central date
     */
    record Achievement(
            long id,
            long employeeId,
            String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable Long pointsAwarded,
            @Nullable String type,
            LocalDate earnedDate)
            implements Row {
        @Override
        public Table table() {
            return Table.ACHIEVEMENTS;
        }
    }

    /** @param roleId null = everybody's */
    record Challenge(
            long id,
            @Nullable Long roleId,
            @Nullable String type,
            @Nullable String name,
            @Nullable String description,
            @Nullable BigDecimal targetValue,
            @Nullable BigDecimal currentValue,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Long rewardPoints,
            boolean active)
            implements Row {
        @Override
        public Table table() {
            return Table.TEAM_CHALLENGES;
        }
    }

    record ChallengeParticipant(long id, long challengeId, long employeeId) implements Row {
        @Override
        public Table table() {
            return Table.CHALLENGE_PARTICIPANTS;
        }
    }

    /** A doubt about an activity. */
    record Flag(
            long id,
            long activityId,
            String type,
            @Nullable String reason,
            boolean reviewed,
            @Nullable Instant reviewedAt,
            @Nullable Instant createdAt)
            implements Row {
        @Override
        public Table table() {
            return Table.ACTIVITY_FLAGS;
        }
    }

    /** @param position a source position that the sealed figures contain, as the server prints it; may be empty */
    record Seal(
            long id,
            LocalDate scoreDate,
            long version,
            String kind,
            String position,
            Instant evaluatedAt,
            Instant sealedAt,
            long rowCount,
            String hash)
            implements Row {
        @Override
        public Table table() {
            return Table.SEALS;
        }
    }

    /** @param kind {@code role} or {@code employee}: what {@code subjectId} is the id of */
    record DayRate(long id, LocalDate scoreDate, String kind, long subjectId, BigDecimal rate) implements Row {
        @Override
        public Table table() {
            return Table.DAY_RATES;
        }
    }

    /**
     * A row of which nothing but its key can be relied on: a required column is {@code NULL} or a zero date, or a value is
     * not what its column stands for. It has no cells, is listed as parked, and every model of its table is degraded until
     * the row is readable or gone.
     *
     * @param reason names the column and what is wrong with it, never a value
     */
    record Unreadable(long id, Table table, String reason) implements Row {}
}
