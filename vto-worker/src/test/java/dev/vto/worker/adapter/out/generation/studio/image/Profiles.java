package dev.vto.worker.adapter.out.generation.studio.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** ICC profiles to put into photos. */
final class Profiles {

    private Profiles() {}

    /** Linear light, and the red, green and blue of ROMM RGB (ISO 22028-2), adapted to D50 as profiles have them. */
    static byte[] wide() {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        profile.setData(ICC_Profile.icSigRedColorantTag, xyz(0.79767, 0.28804, 0));
        profile.setData(ICC_Profile.icSigGreenColorantTag, xyz(0.13519, 0.71188, 0));
        profile.setData(ICC_Profile.icSigBlueColorantTag, xyz(0.03134, 0.00009, 0.82491));
        return profile.getData();
    }

    /** As a chunk of PNG (third edition, 11.3.2.3). */
    static byte[] pngChunk(byte[] profile) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(content)) {
            deflated.write(profile);
        }
        return EncodedPhotos.chunk("iCCP", content.toByteArray());
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag =
                ByteBuffer.allocate(20).putInt(ICC_Profile.icSigXYZData).putInt(0);
        for (double value : values) {
            tag.putInt((int) Math.round(value * 65536));
        }
        return tag.array();
    }
}
