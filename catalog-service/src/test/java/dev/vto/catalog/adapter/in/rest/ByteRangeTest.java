package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,9", "bytes=90-,90,99", "bytes=-10,90,99", "bytes=90-500,90,99", "bytes=-500,0,99"})
    void readsOneRange(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange(first, last, true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=9-0", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"})
    void answersTheWholeWhereThereIsNoSuchRange(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange(0, 99, false, false));
    }

    @Test
    void cannotBeginBehindTheEnd() {
        assertThat(ByteRange.parse("bytes=100-", 100).unsatisfiable()).isTrue();
    }
}
