package dev.vto.shared.adapter.trace;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** Where a service sends its traces, and how many. */
public interface TraceSettings {

    Traces traces();

    /** Without an endpoint there are none. */
    interface Traces {

        /** What takes OTLP over HTTP, as {@code http://collector:4318}; {@code /v1/traces} is added. */
        Optional<@WithConverter(Endpoint.class) URI> endpoint();

        /** The part of traces that is kept of those that begin here, 0 to 1. */
        @WithConverter(Ratio.class)
        @WithDefault("1")
        Double ratio();
    }

    /** Reads a URL of a collector. */
    final class Endpoint implements Converter<URI> {

        @Override
        public URI convert(String value) {
            URI url = URI.create(value);
            if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
                throw new IllegalArgumentException(
                        "traces are sent to an http or https URL, as http://collector:4318, not " + value);
            }
            return url;
        }
    }

    /** Reads a part of a whole. */
    final class Ratio implements Converter<Double> {

        @Override
        public Double convert(String value) {
            double ratio = Double.parseDouble(value);
            if (!(ratio >= 0 && ratio <= 1)) {
                throw new IllegalArgumentException("a ratio is a number from 0 to 1, not " + value);
            }
            return ratio;
        }
    }
}
