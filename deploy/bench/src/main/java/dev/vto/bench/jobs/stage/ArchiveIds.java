package dev.vto.bench.jobs.stage;

import java.time.Instant;
import java.util.UUID;

/** Keys that are made up: UUIDv7 in the order of their numbers, all before anything that is really made. */
enum ArchiveIds {
    USER,
    COLLECTION,
    PROJECT,
    PRODUCT,
    JOB,
    IMAGE,
    EVENT;

    /** So many jobs lie in the year that archives are of. */
    static final int MOST_JOBS = 6_000_000;

    private static final long FIRST = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long END = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long STEP_MILLIS = 5_000;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000L << 48;
    private static final int KIND_SHIFT = 40;

    /** The key that divides what is made up from what is not. */
    static final UUID LAST = new UUID(END << 16 | VERSION, VARIANT);

    UUID id(int number) {
        return id(number, 0);
    }

    /** @param part of what has several, as an image of a job */
    UUID id(int number, int part) {
        return new UUID(millis(number) << 16 | VERSION | part, VARIANT | (long) ordinal() << KIND_SHIFT | number);
    }

    /** When it was made: one every five seconds. */
    static Instant at(int number) {
        return Instant.ofEpochMilli(millis(number));
    }

    private static long millis(int number) {
        return FIRST + number * STEP_MILLIS;
    }
}
