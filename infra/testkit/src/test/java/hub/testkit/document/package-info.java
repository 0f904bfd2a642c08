/** The API's document, held against what the service answers. */
@NullMarked
package hub.testkit.document;

import org.jspecify.annotations.NullMarked;
