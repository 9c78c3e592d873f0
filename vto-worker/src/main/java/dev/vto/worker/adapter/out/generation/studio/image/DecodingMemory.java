package dev.vto.worker.adapter.out.generation.studio.image;

import dev.vto.worker.domain.GenerationFailed;
import java.util.concurrent.Semaphore;

/**
 * Bounds the memory that photos take while they are decoded, by all threads together, on the heap and off it. A photo
 * waits until what it may take is free; those that wait have their turn in order.
 */
public final class DecodingMemory {

    /** What permits are counted in, so that they fit an integer. */
    private static final long UNIT = 1024;

    private static final long MEGABYTE = 1024 * 1024;

    private final long mostBytes;
    private final Semaphore free;

    /** @param mostBytes at once */
    public DecodingMemory(long mostBytes) {
        this.mostBytes = mostBytes;
        this.free = new Semaphore((int) Math.min(Integer.MAX_VALUE, mostBytes / UNIT), true);
    }

    /** Memory that a photo has until it is closed. */
    interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Waits for so much to be free.
     *
     * @param what names the photo to its owner
     * @throws GenerationFailed with INVALID_INPUT if it is more than there is
     */
    Held hold(long bytes, String what) {
        if (bytes > mostBytes) {
            throw GenerationFailed.invalidInput(
                    "The " + what + " takes up to " + megabytes(bytes) + " MB of memory to read, and photos have "
                            + mostBytes / MEGABYTE + " MB here (VTO_STUDIO_PHOTO_MEMORY).",
                    null);
        }
        int permits = (int) (bytes / UNIT);
        free.acquireUninterruptibly(permits);
        return () -> free.release(permits);
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
