package hub.scheduler.report.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hub.scheduler.report.Report;
import java.util.Map;

/** The report as one HTML page that needs nothing else: no script, no font, no picture from anywhere. */
public final class Page {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    public String of(Report report) {
        StringOutput out = new StringOutput();
        templates.render("report/page.jte", Map.of("report", report, "charts", Charts.of(report.day())), out);
        return out.toString();
    }

    /** The report as a letter: tables with their styles on them, which is what mail programs show. */
    public String mail(Report report) {
        StringOutput out = new StringOutput();
        templates.render("report/mail.jte", Map.of("report", report), out);
        return out.toString();
    }
}
