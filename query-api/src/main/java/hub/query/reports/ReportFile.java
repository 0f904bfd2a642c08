package hub.query.reports;

import hub.mysql.MysqlReports.Form;
import hub.query.http.Parameter;
import hub.query.http.Schema;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day's report in one of its forms, as the last segment of a path names it. */
record ReportFile(LocalDate date, Form form) {

    static final Parameter<ReportFile> PARAMETER = new Parameter<>(
            "report",
            Parameter.In.PATH,
            "A Central day and a form: .html is a page, .csv a table for spreadsheets, .json or nothing the data",
            "2026-01-15.html",
            Schema.text(15),
            "a date YYYY-MM-DD, alone or with .html, .csv or .json behind it",
            ReportFile::parse,
            null);

    private static final Parameter<LocalDate> DAY = Parameter.day("report", "");
    private static final int DATE = 10;

    private static @Nullable ReportFile parse(String text) {
        if (text.length() < DATE) {
            return null;
        }
        LocalDate date = DAY.parse().apply(text.substring(0, DATE));
        Form form = form(text.substring(DATE));
        return date == null || form == null ? null : new ReportFile(date, form);
    }

    private static @Nullable Form form(String ending) {
        return switch (ending) {
            case "", ".json" -> Form.JSON;
            case ".html" -> Form.HTML;
            case ".csv" -> Form.CSV;
            default -> null;
        };
    }

    String mediaType() {
        return switch (form) {
            case JSON -> "application/json";
            case HTML -> "text/html; charset=utf-8";
            case CSV -> "text/csv; charset=utf-8; header=present";
        };
    }

    /** What a browser saves it as. */
    String name() {
        return "daily-report-" + date + "." + form.name().toLowerCase(Locale.ROOT);
    }
}
