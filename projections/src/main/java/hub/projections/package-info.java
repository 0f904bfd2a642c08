/**
 * The domain: what the dashboard's numbers are, free of frameworks. Data flows through its packages in this order:
 * {@code change} → {@code model} → {@code board} → {@code projector} → {@code store}, and back out through {@code view}.
 */
@NullMarked
package hub.projections;

import org.jspecify.annotations.NullMarked;
