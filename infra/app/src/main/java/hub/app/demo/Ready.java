package hub.app.demo;

import hub.embedded.Account;

/** Where everything is, once the demo answers. */
public record Ready(String url, String key, String mysql, Account writer, String redis) {

    /** The one line that scripts read. */
    public String line() {
        return "ready: " + url + " key=" + key + " mysql=" + mysql + " user=" + writer.user() + " password="
                + writer.password() + " redis=" + redis;
    }
}
