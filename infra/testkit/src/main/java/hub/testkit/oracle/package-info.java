/** SQL that says what every answer should be, written from the domain's rules and sharing no code with the views. */
@NullMarked
package hub.testkit.oracle;

import org.jspecify.annotations.NullMarked;
