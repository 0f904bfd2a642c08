/** What operators see and ask for: pipeline status, lag, requests, the ingest lease. */
@NullMarked
package hub.projections.operations;

import org.jspecify.annotations.NullMarked;
