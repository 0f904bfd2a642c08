package hub.testkit.architecture.planted.redis;

import org.springframework.http.HttpStatus;

public final class ServesHttp {
    static final HttpStatus STATUS = HttpStatus.OK;
}
