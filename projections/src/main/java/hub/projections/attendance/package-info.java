/**
 * Who is at work, and since when. The legacy asked Connecteam for this with each request; here it is what {@code
 * clock_times} says, into which Connecteam's shifts are written every five minutes.
 */
@NullMarked
package hub.projections.attendance;

import org.jspecify.annotations.NullMarked;
