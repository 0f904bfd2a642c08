package hub.redis;

import java.util.Map;

/**
 * One partition as read.
 *
 * @param version to be named in the next read
 * @param fields the raw fields, as {@link hub.projections.board.Board#decode()} takes them; empty if there are none
 */
public record PartitionRead(PartitionVersion version, Map<String, String> fields) {}
