package hub.query.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The form of Central days in parameters. */
final class DateParameter {

    static final String ALLOWED = "a date YYYY-MM-DD from 2000-01-01 to 2099-12-31";

    private static final int LENGTH = 10;

    private DateParameter() {}

    /** Exactly {@code YYYY-MM-DD} in ASCII digits, a day that exists; else null. */
    static @Nullable LocalDate parse(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 2000 || year > 2099 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
