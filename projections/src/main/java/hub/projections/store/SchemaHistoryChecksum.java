package hub.projections.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A chained checksum over schema history entries: order and completeness both count. */
public final class SchemaHistoryChecksum {

    /** Of an empty history. */
    public static final String EMPTY = "";

    private SchemaHistoryChecksum() {}

    /** The checksum after {@code entries} were appended to a history whose checksum was {@code before}. */
    public static String extend(String before, List<String> entries) {
        String checksum = before;
        for (String entry : entries) {
            MessageDigest sha256 = sha256();
            sha256.update(checksum.getBytes(StandardCharsets.UTF_8));
            checksum = HexFormat.of().formatHex(sha256.digest(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return checksum;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
