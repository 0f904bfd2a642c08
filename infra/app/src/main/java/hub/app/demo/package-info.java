/**
 * The demo: servers out of Maven artifacts, an invented warehouse with a month of history, and a simulated working day,
 * written through SQL as the legacy writers do.
 */
@NullMarked
package hub.app.demo;

import org.jspecify.annotations.NullMarked;
