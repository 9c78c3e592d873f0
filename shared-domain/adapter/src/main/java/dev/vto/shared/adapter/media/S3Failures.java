package dev.vto.shared.adapter.media;

import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a store or its client says of trouble, as callers of a storage know it. */
final class S3Failures {

    /** S3's names for objects and uploads that are not there. */
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchUpload");

    private S3Failures() {}

    /** Any call of the client. */
    interface Call<T> {
        T make() throws Exception;
    }

    /**
     * Waits for the answer.
     *
     * @throws NoSuchFileException if what is asked for is not there
     * @throws IOException for all other trouble; its message carries no secret
     */
    static <T> T ask(Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while the store was asked").initCause(e);
        } catch (Exception e) {
            throw of(e);
        }
    }

    private static IOException of(Throwable trouble) {
        Throwable cause = trouble.getCause();
        if (cause != null && (trouble instanceof ExecutionException || trouble instanceof CompletionException)) {
            return of(cause);
        }
        if (trouble instanceof ErrorResponseException refused) {
            String code = refused.errorResponse().code();
            return ABSENT.contains(code)
                    ? new NoSuchFileException(refused.errorResponse().objectName())
                    : new IOException("the store answers " + code + ": " + refused.getMessage(), refused);
        }
        return trouble instanceof IOException known
                ? known
                : new IOException("the store could not be asked: " + trouble.getMessage(), trouble);
    }
}
