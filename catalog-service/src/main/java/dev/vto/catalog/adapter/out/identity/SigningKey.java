package dev.vto.catalog.adapter.out.identity;

import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * One of our keys.
 *
 * @param since from when on other instances may know it too
 */
record SigningKey(String id, RSAPrivateCrtKey privateKey, RSAPublicKey publicKey, Instant since) {

    SigningKey since(Instant time) {
        return new SigningKey(id, privateKey, publicKey, time);
    }

    /** A key never comes into logs. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
