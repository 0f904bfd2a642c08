package hub.testkit.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the class run where a Docker engine answers. Without one they are skipped with the reason, unless the
 * environment says {@code HUB_REQUIRE_REAL_SERVERS=true}: then they run, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealServersCondition.class)
public @interface RequiresRealServers {}
