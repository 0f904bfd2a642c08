package hub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away key and certificate for the loopback address. MariaDB would make its own, an RSA key, and take up to 15
 * seconds for it; without any, its newer clients refuse to connect.
 */
record Certificate(Path key, Path certificate) {

    private static final String ALIAS = "hub";
    private static final String STORE_PASSWORD = "unused";

    /** Null if this Java has no {@code keytool}. */
    static @Nullable Certificate makeIn(Workspace workspace, Path folder) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(keytool)) {
            return null;
        }
        Path store = folder.resolve("store.p12");
        ProcessBuilder making = new ProcessBuilder(keytool.toString(), "-genkeypair");
        making.command().addAll(java.util.List.of("-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1"));
        making.command().addAll(java.util.List.of("-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
        making.command().addAll(java.util.List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        making.command().addAll(java.util.List.of("-validity", "3650", "-keystore", store.toString()));
        Process process = workspace.start(making, folder.resolve("keytool.log"));
        if (process.waitFor() != 0) {
            return null;
        }
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, STORE_PASSWORD.toCharArray());
            byte[] key = keys.getKey(ALIAS, STORE_PASSWORD.toCharArray()).getEncoded();
            byte[] certificate = keys.getCertificate(ALIAS).getEncoded();
            return new Certificate(
                    Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key)),
                    Files.writeString(folder.resolve("cert.pem"), pem("CERTIFICATE", certificate)));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read back the key that keytool made", e);
        }
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
