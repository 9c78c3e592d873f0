package dev.vto.catalog.adapter.out.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The RSA keys of access tokens, one PKCS#8 PEM file each, named {@code <kid>.pem}. The last name signs and all
 * verify, so that a key is rotated by adding a file, and retired by removing it once its last token has expired.
 */
public final class SigningKeys {

    private static final String EXTENSION = ".pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int BITS = 2048;

    private final TreeMap<String, RSAPrivateCrtKey> keys;

    private SigningKeys(TreeMap<String, RSAPrivateCrtKey> keys) {
        this.keys = keys;
    }

    /**
     * @param generate whether a first key is made where there is none
     * @throws IllegalStateException if there is no key, or a file is none
     */
    public static SigningKeys load(Path folder, boolean generate) {
        try {
            if (generate) {
                Files.createDirectories(folder);
            }
            TreeMap<String, RSAPrivateCrtKey> keys = read(folder);
            if (keys.isEmpty() && generate) {
                makeFirst(folder);
                keys = read(folder);
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException(
                        "vto.keys-dir: " + folder + " has no <kid>.pem with a private key in PKCS#8 form");
            }
            return new SigningKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("vto.keys-dir: " + folder + " cannot be read", e);
        }
    }

    /** The id of the key that signs. */
    String currentId() {
        return keys.lastKey();
    }

    PrivateKey current() {
        return keys.lastEntry().getValue();
    }

    /** All public keys by id. */
    public Map<String, PublicKey> publicKeys() {
        Map<String, PublicKey> all = new TreeMap<>();
        keys.forEach((id, key) -> all.put(id, publicKey(key)));
        return all;
    }

    private static TreeMap<String, RSAPrivateCrtKey> read(Path folder) throws IOException {
        TreeMap<String, RSAPrivateCrtKey> keys = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(EXTENSION)) {
                    keys.put(name.substring(0, name.length() - EXTENSION.length()), parse(file));
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

    private static void makeFirst(Path folder) throws IOException {
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

    private static PublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a private RSA key has a public one", e);
        }
    }
}
