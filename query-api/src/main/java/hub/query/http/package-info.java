/** HTTP: routes that declare who may call them, parameters, problems, answers as ready bytes. */
@NullMarked
package hub.query.http;

import org.jspecify.annotations.NullMarked;
