package hub.app.demo;

/**
 * An invented employee.
 *
 * @param skill how many items this person makes of the expected ones, 1.0 = as many
 */
record Person(int id, String name, Job job, double skill) {}
