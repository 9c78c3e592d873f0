package dev.vto.catalog.adapter.in.rest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one request's body from another's: SHA-256 of what a resource method is given, text or file. */
final class BodyHash {

    private BodyHash() {}

    static String of(Object[] parameters) {
        MessageDigest digest = sha256();
        for (Object parameter : parameters) {
            if (parameter instanceof String text) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            } else if (parameter instanceof File file) {
                add(file, digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(File file, MessageDigest digest) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file.toPath()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
