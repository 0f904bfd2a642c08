package hub.redis;

/**
 * Which state of a partition a reader holds. Two versions are equal only if the contents are: a Redis that went back in
 * time and then took other commits gives their partitions another lineage, even where the sequence numbers repeat.
 *
 * @param sequence of the commit that last touched the partition; 0 if none has
 * @param lineage names an unbroken chain of commits by one writer
 */
public record PartitionVersion(long sequence, String lineage) {

    /** Of a partition that no commit has touched: it is empty. */
    public static final PartitionVersion UNTOUCHED = new PartitionVersion(0, "");

    String text() {
        return lineage.isEmpty() ? Long.toString(sequence) : sequence + "." + lineage;
    }

    static PartitionVersion parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new PartitionVersion(Long.parseLong(text), "")
                : new PartitionVersion(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
    }
}
