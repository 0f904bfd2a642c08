/** The jobs that copy from others into MySQL: when they do so, and how their differences are told. How they ask is not known here. */
@NullMarked
package hub.scheduler.copy;

import org.jspecify.annotations.NullMarked;
