/** Known defects, planted one at a time: a judge that lets one of them pass is no judge. */
@NullMarked
package hub.testkit.mutation;

import org.jspecify.annotations.NullMarked;
