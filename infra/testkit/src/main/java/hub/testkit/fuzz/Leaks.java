package hub.testkit.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer must not tell: classes, stack traces, SQL, Redis keys, hosts, and what this service's secrets are. What the
 * caller has written himself may be said back to him.
 */
final class Leaks {

    private static final String INSIDE = String.join(
            "|",
            "Exception|Throwable|NullPointer",
            "\\bat [\\w.$]+\\([\\w.]+:\\d+\\)",
            "\\b(?:java|javax|jakarta|sun|reactor|tools\\.jackson|io\\.(?:netty|lettuce|r2dbc|asyncer)"
                    + "|org\\.(?:springframework|apache|mariadb)|com\\.mysql)\\.\\w+",
            "\\bhub(?:\\.[a-z]+)*\\.[A-Z]\\w*",
            "\\bSELECT\\b|\\bINSERT INTO\\b|\\bUPDATE \\w+ SET\\b|\\bDELETE FROM\\b|\\bFROM `",
            "EVALSHA|NOSCRIPT|WRONGTYPE|\\bhub:[a-z{]",
            "\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b|\\blocalhost\\b");

    private final Pattern pattern;

    /** @param secrets texts that only this service knows */
    Leaks(List<String> secrets) {
        String own = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.pattern = Pattern.compile(own.isEmpty() ? INSIDE : own + "|" + INSIDE);
    }

    /** The first thing that {@code answer} tells and {@code request} did not; empty if there is none. */
    String in(String answer, byte[] request) {
        Matcher matcher = pattern.matcher(answer);
        while (matcher.find()) {
            if (!said(request, matcher.group())) {
                return matcher.group();
            }
        }
        return "";
    }

    private static boolean said(byte[] request, String text) {
        String asked = new String(request, StandardCharsets.ISO_8859_1);
        return asked.contains(text) || decoded(asked).contains(text);
    }

    /** As far as it can be decoded. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    }
}
