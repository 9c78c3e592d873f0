package dev.vto.worker.config;

import dev.vto.shared.site.PrivateHost;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a host so that the failure says what one is: the converters that are found by themselves keep it back. */
public final class PrivateHostConverter implements Converter<PrivateHost> {

    @Override
    public PrivateHost convert(String text) {
        return PrivateHost.of(text);
    }
}
