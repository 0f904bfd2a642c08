package hub.connecteam;

import java.time.Duration;

/**
 * How Connecteam is asked. {@link #DEFAULT} is what runs; tests are less patient.
 *
 * @param attempts at most, of one request
 * @param perAttempt after which an attempt counts as failed
 * @param pause before the second attempt; doubles from there, each time between half and one and a half of it
 * @param longestPause the longest that is waited between attempts; if {@code Retry-After} asks for more, there is no other
 * @param perSecond requests a second
 * @param rest how long nothing is asked once half of the last ten attempts have failed
 * @param perRun the longest that one answer may take with all its requests, attempts and pauses: less than the jobs' locks live
 */
record Patience(
        int attempts,
        Duration perAttempt,
        Duration pause,
        Duration longestPause,
        int perSecond,
        Duration rest,
        Duration perRun) {

    static final Patience DEFAULT = new Patience(
            4,
            Duration.ofSeconds(20),
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            4,
            Duration.ofMinutes(1),
            Duration.ofMinutes(4));
}
