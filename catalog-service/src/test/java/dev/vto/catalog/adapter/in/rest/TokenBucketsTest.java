package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private long nanos;

    private final TokenBuckets buckets = new TokenBuckets(6, Duration.ofMinutes(1), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void letsAsManyAtOnceAsTheWindowHolds() {
        IntStream.range(0, 6)
                .forEach(n -> assertThat(buckets.take("one").allowed()).isTrue());

        TokenBuckets.Verdict refused = buckets.take("one");

        assertThat(refused).isEqualTo(new TokenBuckets.Verdict(false, 0, Duration.ofSeconds(10)));
    }

    @Test
    void keepsABucketForEach() {
        IntStream.range(0, 6).forEach(n -> buckets.take("one"));

        assertThat(buckets.take("other")).isEqualTo(new TokenBuckets.Verdict(true, 5, Duration.ZERO));
    }

    @Test
    void fillsEvenly() {
        IntStream.range(0, 6).forEach(n -> buckets.take("one"));

        nanos += Duration.ofSeconds(9).toNanos();
        assertThat(buckets.take("one").allowed()).isFalse();
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(buckets.take("one").allowed()).isTrue();
        assertThat(buckets.take("one").allowed()).isFalse();
    }
}
