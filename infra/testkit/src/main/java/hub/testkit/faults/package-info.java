/** Breaks what the service stands on, one thing at a time, and measures what that did to it. */
@NullMarked
package hub.testkit.faults;

import org.jspecify.annotations.NullMarked;
