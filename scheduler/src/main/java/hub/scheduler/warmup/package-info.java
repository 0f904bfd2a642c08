/**
 * Before the working day begins: are its boards there, are they right, and are they loaded where they are served? And are they
 * right all day long, as far as samples show?
 */
@NullMarked
package hub.scheduler.warmup;

import org.jspecify.annotations.NullMarked;
