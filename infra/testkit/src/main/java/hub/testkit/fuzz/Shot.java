package hub.testkit.fuzz;

/**
 * One request as bytes.
 *
 * @param route the name of the route that it is aimed at, or what else it is
 * @param keyed whether it carries a key that is accepted, and no other one
 * @param wellFormed whether it is HTTP, so that an answer must come
 * @param alone whether it needs a connection of its own: it ends the connection, and Reactor Netty 1.3.8 drops such a
 *     request without an answer if it arrives while the exchange before it is still ending
 * @param head whether the answer has no body
 */
record Shot(byte[] bytes, String route, boolean keyed, boolean wellFormed, boolean alone, boolean head) {}
