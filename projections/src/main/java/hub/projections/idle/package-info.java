/** Who is clocked in and does nothing (domain 4.3): one rule for what readers see and for the job that keeps a record. */
@NullMarked
package hub.projections.idle;

import org.jspecify.annotations.NullMarked;
