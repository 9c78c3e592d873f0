package dev.vto.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/**
 * A photo to upload, not yet read.
 *
 * @param name its file's name
 */
record Photo(String name, URL location) {

    byte[] bytes() {
        try (InputStream in = location.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DemoFailure(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
