/** What a run found, for people and for programs. */
@NullMarked
package hub.bench.report;

import org.jspecify.annotations.NullMarked;
