package hub.scheduler.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report was made from.
 *
 * @param position the source position that all its figures contain
 * @param asOf when the source committed that position's transaction; null if nothing was streamed yet
 * @param madeAt when the report was made
 */
public record Provenance(String position, @Nullable Instant asOf, long generation, Instant madeAt) {}
