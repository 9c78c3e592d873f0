package dev.vto.worker.adapter.out.provenance;

import com.ashampoo.xmp.XMPConst;
import com.ashampoo.xmp.XMPException;
import com.ashampoo.xmp.XMPMeta;
import com.ashampoo.xmp.XMPMetaFactory;
import com.ashampoo.xmp.options.SerializeOptions;
import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;

/** An XMP packet. Properties are those of the IPTC Photo Metadata Standard 2025.1, and {@code xmp:CreatorTool}. */
final class Packet {

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /** What one JPEG segment holds, with room for what is added. */
    private static final int LONGEST = 60_000;

    private final XMPMeta properties;

    private Packet(XMPMeta properties) {
        this.properties = properties;
    }

    /** The packet in its written form; one that is no XMP, or too long to be written back, is taken for an empty one. */
    static Packet of(String written) {
        if (written.isBlank() || written.length() > LONGEST) {
            return new Packet(XMPMetaFactory.create());
        }
        try {
            return new Packet(XMPMetaFactory.parseFromString(written));
        } catch (XMPException e) {
            return new Packet(XMPMetaFactory.create());
        }
    }

    Packet labelled(DigitalSource source, Made.Origin origin) {
        String tool = origin.provider() + " " + origin.model();
        properties.setProperty(XMPConst.NS_IPTC_EXT, "DigitalSourceType", VOCABULARY + source.term());
        properties.setProperty(XMPConst.NS_XMP, "CreatorTool", tool);
        if (source.isGenerative()) {
            properties.setProperty(XMPConst.NS_IPTC_EXT, "AISystemUsed", tool);
        }
        return this;
    }

    @Override
    public String toString() {
        try {
            return XMPMetaFactory.serializeToString(properties, new SerializeOptions().setUseCompactFormat(true));
        } catch (XMPException e) {
            throw new IllegalStateException(e);
        }
    }
}
