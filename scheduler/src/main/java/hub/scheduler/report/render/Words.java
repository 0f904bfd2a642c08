package hub.scheduler.report.render;

import hub.projections.time.CentralDay;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.Edition;
import hub.scheduler.report.Metric;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a report writes numbers, days and instants, in English; instants by the warehouse's wall clock. */
public final class Words {

    private static final String NONE = "–";
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
    private static final DateTimeFormatter BRIEF_DAY = DateTimeFormatter.ofPattern("EEE d", Locale.US);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.US).withZone(CentralDay.ZONE);

    private Words() {}

    public static String longDay(LocalDate date) {
        return LONG_DAY.format(date);
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    public static String briefDay(LocalDate date) {
        return BRIEF_DAY.format(date);
    }

    public static String clock(@Nullable Instant instant) {
        return instant == null ? NONE : CLOCK.format(instant);
    }

    /** With thousands separators, and as many digits as the value has. */
    public static String number(@Nullable BigDecimal value) {
        return value == null ? NONE : format(value, value.scale());
    }

    public static String number(long value) {
        return format(BigDecimal.valueOf(value), 0);
    }

    public static String number(@Nullable Long value) {
        return value == null ? NONE : number(value.longValue());
    }

    public static String money(@Nullable BigDecimal value) {
        return value == null ? NONE : (value.signum() < 0 ? "−$" : "$") + format(value.abs(), value.scale());
    }

    public static String percent(@Nullable BigDecimal value) {
        return value == null ? NONE : number(value) + " %";
    }

    /** A change, signed. */
    public static String change(@Nullable BigDecimal percent) {
        return percent == null ? NONE : sign(percent) + format(percent.abs(), 1) + " %";
    }

    /** How a change is to be colored: {@code up}, {@code down} or {@code flat}. */
    public static String direction(@Nullable BigDecimal percent) {
        if (percent == null || percent.signum() == 0) {
            return "flat";
        }
        return percent.signum() > 0 ? "up" : "down";
    }

    /** As {@link #direction(BigDecimal)}; more people or hours are neither good nor bad. */
    public static String direction(Metric metric, @Nullable BigDecimal percent) {
        return metric.key().equals("people") || metric.key().equals("hours") ? "flat" : direction(percent);
    }

    public static String metric(Metric metric, @Nullable BigDecimal value) {
        return metric.key().equals("efficiency") ? percent(value) : number(value);
    }

    public static String department(@Nullable String name) {
        if (name == null) {
            return "No department";
        }
        return name.isBlank() ? "Department \"" + name + "\"" : name;
    }

    /** In a word, for people. */
    public static String edition(Edition edition) {
        return switch (edition.kind()) {
            case PROVISIONAL -> "Provisional";
            case CLOSING -> "Closed";
            case RESTATED -> "Restated";
        };
    }

    /** Whose scores the report shows. */
    public static String basis(Edition edition) {
        return (edition.edited()
                        ? "Scores are as stored, and not as they were sealed in version "
                        : "Scores are those of seal version ")
                + edition.version() + " (" + edition(edition).toLowerCase(Locale.ROOT)
                + "), which counts open shifts up to " + clock(edition.evaluatedAt()) + ".";
    }

    /** The page's and the mail's title. */
    public static String title(DailyReport report) {
        List<String> states = new ArrayList<>();
        switch (report.edition().kind()) {
            case PROVISIONAL -> states.add("provisional");
            case CLOSING -> {}
            case RESTATED -> states.add("restated");
        }
        if (report.edition().edited()) {
            states.add("edited after its seal");
        }
        return "Daily report " + report.date() + (states.isEmpty() ? "" : " (" + String.join(", ", states) + ")");
    }

    /** The day in one sentence. */
    public static String headline(DailyReport report) {
        if (report.empty()) {
            return "Nobody worked on " + day(report.date()) + ".";
        }
        Metric points = report.metrics().getFirst();
        LocalDate previous = report.previous();
        StringBuilder words = new StringBuilder()
                .append(number(report.day().people()))
                .append(report.day().people() == 1 ? " person made " : " people made ")
                .append(number(report.day().items()))
                .append(" items worth ")
                .append(number(report.day().points()))
                .append(" points");
        if (previous != null && points.sincePrevious() != null) {
            words.append(", ")
                    .append(comparison(points.sincePrevious()))
                    .append(" on ")
                    .append(day(previous));
        }
        if (points.againstWeek() != null) {
            words.append(", ").append(comparison(points.againstWeek())).append(" on an average day of the week before");
        }
        return words.append('.').toString();
    }

    private static String comparison(BigDecimal percent) {
        return switch (percent.signum()) {
            case 0 -> "as many as";
            case 1 -> format(percent, 1) + " % more than";
            default -> format(percent.negate(), 1) + " % fewer than";
        };
    }

    private static String sign(BigDecimal value) {
        return switch (value.signum()) {
            case 0 -> "±";
            case 1 -> "+";
            default -> "−";
        };
    }

    private static String format(BigDecimal value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
