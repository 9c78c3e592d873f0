package dev.vto.infra;

import java.nio.file.Path;

/**
 * What a server proves by who it is.
 *
 * @param certificate a file (PEM)
 * @param key the file of its private key (PEM, PKCS#8), which its user alone may read
 */
public record ServerIdentity(Path certificate, Path key) {}
