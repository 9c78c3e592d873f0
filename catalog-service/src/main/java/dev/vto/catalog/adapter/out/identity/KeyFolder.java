package dev.vto.catalog.adapter.out.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of RSA keys, one PKCS#8 PEM file each, named {@code <kid>.pem}. */
record KeyFolder(Path folder) {

    private static final String EXTENSION = ".pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int BITS = 2048;

    /** What is there now, by id; empty where there is no such folder. */
    SortedMap<String, SigningKey> read() throws IOException {
        SortedMap<String, SigningKey> keys = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(EXTENSION)) {
                    String id = name.substring(0, name.length() - EXTENSION.length());
                    RSAPrivateCrtKey key = parse(file);
                    Instant modified = Files.getLastModifiedTime(file).toInstant();
                    keys.put(id, new SigningKey(id, key, publicKey(key), modified));
                }
            }
        }
        return keys;
    }

    private static RSAPrivateCrtKey parse(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            String body = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
            byte[] der = Base64.getMimeDecoder().decode(body);
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException(
                    "vto.keys-dir: " + file.getFileName() + " is no RSA private key in PKCS#8 PEM form", e);
        }
    }

    /** Makes the first key where there is none. */
    void makeFirst() throws IOException {
        Files.createDirectories(folder);
        if (!read().isEmpty()) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(der);
            Path file = folder.resolve("0001" + EXTENSION);
            Files.writeString(file, BEGIN + "\n" + body + "\n" + END + "\n", StandardOpenOption.CREATE_NEW);
            if (!file.toFile().setReadable(false, false) || !file.toFile().setReadable(true, true)) {
                throw new IOException("the new key cannot be hidden from other users");
            }
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM makes RSA keys", e);
        }
    }

    private static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a private RSA key has a public one", e);
        }
    }
}
