package hub.scheduler.reporting;

import hub.scheduler.report.Report;
import hub.scheduler.report.render.Csv;
import hub.scheduler.report.render.Json;
import hub.scheduler.report.render.Page;
import hub.scheduler.report.render.PlainText;
import hub.scheduler.report.render.Words;

/**
 * One report in every form, for one audience.
 *
 * @param html a page that needs nothing else
 * @param mail a page that mail programs can show: no SVG, no style sheet
 * @param text the same in short, for mail programs that show no pages
 */
record Renderings(
        Audience audience,
        String title,
        String headline,
        String html,
        String csv,
        String json,
        String mail,
        String text) {

    /** @param report with its cost part; it is left out for those who may not see it */
    static Renderings of(Report report, Audience audience, Page page) {
        Report shown = audience == Audience.COST ? report : report.withoutCost();
        return new Renderings(
                audience,
                Words.title(shown.day()),
                Words.headline(shown.day()),
                page.of(shown),
                Csv.of(shown),
                Json.of(shown),
                page.mail(shown),
                PlainText.of(shown));
    }
}
