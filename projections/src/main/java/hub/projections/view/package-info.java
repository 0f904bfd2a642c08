/** The served side: pure functions from boards and a clock to an answer. */
@NullMarked
package hub.projections.view;

import org.jspecify.annotations.NullMarked;
