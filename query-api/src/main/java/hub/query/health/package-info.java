/** Health: what load balancers and operators are told. */
@NullMarked
package hub.query.health;

import org.jspecify.annotations.NullMarked;
