package hub.ingest;

/** How the connections to the source are protected, in one vocabulary for both flavors. */
public enum SslMode {
    /** Plain text. */
    DISABLED,
    /** TLS if the server offers it (MariaDB's drivers have no such mode: plain text there). */
    PREFERRED,
    /** TLS, whoever the server is. */
    REQUIRED,
    /** TLS, and the server's certificate must come from a trusted authority. */
    VERIFY_CA,
    /** {@link #VERIFY_CA}, and the certificate must name the host. */
    VERIFY_IDENTITY
}
