package hub.projections.mappings;

import hub.projections.view.Fraction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How alike two names are (domain 3.9): twice the characters that they have in common in order, of all characters they
 * have; 0.2 more for every equal part longer than two letters; at most 1. Case and outer blanks do not matter. What is in
 * common is the longest piece, the earliest in the first name and then in the second if there are several, and what is so
 * to both sides of it (Ratcliff and Obershelp). Only the first 64 characters of a name are compared.
 */
final class Similarity {

    private static final int COMPARED = 64;
    private static final int LONGER_THAN = 2;
    private static final Fraction ONE = Fraction.of(BigDecimal.ONE);
    private static final Fraction EQUAL_PART = Fraction.of(new BigDecimal("0.2"));

    private final int[] first;
    private final int[] second;

    private Similarity(String first, String second) {
        this.first = characters(first);
        this.second = characters(second);
    }

    /** 0 to 1, exactly. */
    static Fraction of(String one, String other) {
        Fraction similarity = new Similarity(one, other).ratio();
        for (String part : parts(one)) {
            for (String same : parts(other)) {
                if (part.equals(same) && part.codePointCount(0, part.length()) > LONGER_THAN) {
                    similarity = similarity.plus(EQUAL_PART);
                    similarity = similarity.compareTo(ONE) > 0 ? ONE : similarity;
                }
            }
        }
        return similarity;
    }

    private Fraction ratio() {
        int all = first.length + second.length;
        return all == 0
                ? ONE
                : Fraction.of(
                        BigDecimal.valueOf(2L * common(0, first.length, 0, second.length)), BigDecimal.valueOf(all));
    }

    /** Characters in common of {@code first[a..aEnd)} and {@code second[b..bEnd)}. */
    private int common(int a, int aEnd, int b, int bEnd) {
        int[] endingHere = new int[bEnd - b + 1];
        int longest = 0;
        int inFirst = a;
        int inSecond = b;
        for (int i = a; i < aEnd; i++) {
            for (int j = bEnd; j > b; j--) {
                int length = first[i] == second[j - 1] ? endingHere[j - 1 - b] + 1 : 0;
                endingHere[j - b] = length;
                boolean earlier = length == longest && length > 0 && i - length + 1 == inFirst && j - length < inSecond;
                if (length > longest || earlier) {
                    longest = length;
                    inFirst = i - length + 1;
                    inSecond = j - length;
                }
            }
        }
        return longest == 0
                ? 0
                : longest + common(a, inFirst, b, inSecond) + common(inFirst + longest, aEnd, inSecond + longest, bEnd);
    }

    private static int[] characters(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(COMPARED)
                .toArray();
    }

    private static List<String> parts(String name) {
        return Arrays.stream(name.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
