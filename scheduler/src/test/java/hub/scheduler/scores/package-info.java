@NullMarked
package hub.scheduler.scores;

import org.jspecify.annotations.NullMarked;
