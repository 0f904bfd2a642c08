package hub.embedded;

/** A database user that exists in an embedded server. {@code toString} hides the password. */
public record Account(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
