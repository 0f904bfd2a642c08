package hub.app.demo;

import java.time.Instant;

/** When, in simulated time, something happens. */
record Cue(Instant at, Happening happening) {}
