package hub.query.reports;

import hub.mysql.MysqlReports;
import hub.mysql.MysqlReports.Entry;
import hub.mysql.MysqlReports.Form;
import hub.mysql.MysqlReports.Kept;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where reports are kept: what {@link MysqlReports} offers, as an interface, so that tests need no MySQL. */
public interface Reports {

    /** See {@link MysqlReports#list}. */
    Mono<List<Entry>> list(String audience, int most);

    /** See {@link MysqlReports#find}. */
    Mono<Kept> find(LocalDate date, int version, String audience, Form form);

    static Reports of(MysqlReports kept) {
        return new Reports() {
            @Override
            public Mono<List<Entry>> list(String audience, int most) {
                return kept.list(audience, most);
            }

            @Override
            public Mono<Kept> find(LocalDate date, int version, String audience, Form form) {
                return kept.find(date, version, audience, form);
            }
        };
    }

    /** For a process that knows no MySQL. */
    static Reports unreachable() {
        return new Reports() {
            @Override
            public Mono<List<Entry>> list(String audience, int most) {
                return Mono.error(new IllegalStateException("this process knows no MySQL"));
            }

            @Override
            public Mono<Kept> find(LocalDate date, int version, String audience, Form form) {
                return Mono.error(new IllegalStateException("this process knows no MySQL"));
            }
        };
    }
}
