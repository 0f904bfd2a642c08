/**
 * Live push: views as Server-Sent Events. What is pushed is the bytes that a request would be answered with, rendered once
 * per change for everybody; a reader who is slow gets the latest state, never a queue.
 */
@NullMarked
package hub.query.stream;

import org.jspecify.annotations.NullMarked;
