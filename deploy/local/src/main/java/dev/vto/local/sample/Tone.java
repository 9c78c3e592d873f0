package dev.vto.local.sample;

/** A colour as amounts of light, where 1 is what white cloth returns under the studio's lamp. */
record Tone(double red, double green, double blue) {

    static Tone of(int rgb) {
        return new Tone(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
    }

    Tone mix(Tone other, double share) {
        double part = Math.max(0, Math.min(1, share));
        return new Tone(
                red + (other.red - red) * part,
                green + (other.green - green) * part,
                blue + (other.blue - blue) * part);
    }

    Tone times(double factor) {
        return new Tone(red * factor, green * factor, blue * factor);
    }

    /** @return 0 to 255 on the sRGB scale, not rounded */
    static double encoded(double light) {
        double in = Math.max(0, light);
        return 255 * (in <= 0.0031308 ? 12.92 * in : 1.055 * Math.pow(in, 1 / 2.4) - 0.055);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
