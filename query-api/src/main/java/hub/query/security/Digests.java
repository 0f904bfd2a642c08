package hub.query.security;

import java.security.MessageDigest;

/** What checking a key costs: one digest and one comparison, whoever asks. */
interface Digests {

    Digests SHA256 = new Digests() {
        @Override
        public byte[] of(String text) {
            return KeyText.digest(text);
        }

        @Override
        public boolean same(byte[] one, byte[] other) {
            return MessageDigest.isEqual(one, other);
        }
    };

    /** 32 bytes; not to be changed. */
    byte[] of(String text);

    /** In a time that does not depend on what differs. */
    boolean same(byte[] one, byte[] other);
}
