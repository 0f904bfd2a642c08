@NullMarked
package hub.connecteam;

import org.jspecify.annotations.NullMarked;
