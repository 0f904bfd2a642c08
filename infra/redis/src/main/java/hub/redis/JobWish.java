package hub.redis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What an operator asks for: a run of a job.
 *
 * @param key of the caller's making: under one key a job makes one run
 * @param date the Central day that it is about
 * @param by who asks, for the log
 */
public record JobWish(String job, String key, LocalDate date, Instant askedAt, String by) {

    /** What {@link #isKey} takes, in words. */
    public static final String KEYS = "1 to 64 letters, digits, dots, dashes and underscores";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** Names it on the board. */
    public String name() {
        return job + " " + key;
    }

    /** The key of its run in the list of jobs, for a job in that mode: {@code shadow} or {@code on}. */
    public String runKey(String mode) {
        return runKeys(mode, key) + date;
    }

    /** How the keys of the runs begin that are asked for under {@code key}, whatever their date. */
    public static String runKeys(String mode, String key) {
        return (mode.equals("shadow") ? "shadow " : "") + "manual " + key + " ";
    }

    String text() {
        return date + " " + askedAt + " " + by;
    }

    /** @throws IllegalArgumentException if it is not as the board has them */
    public static JobWish parse(String name, String text) {
        String[] of = name.split(" ", 2);
        String[] parts = text.split(" ", 3);
        try {
            return new JobWish(of[0], of[1], LocalDate.parse(parts[0]), Instant.parse(parts[1]), parts[2]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "no wish: its name has " + of.length + " and its text " + parts.length + " parts", e);
        }
    }
}
