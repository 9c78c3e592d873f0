package dev.vto.infra.test;

import dev.vto.infra.KafkaBroker;
import dev.vto.infra.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Both servers inside this JVM, gone with it. */
record EmbeddedPlatform(PostgresServer postgres, KafkaBroker kafka) implements Platform {

    static EmbeddedPlatform start() {
        try {
            Path folder = Files.createTempDirectory("vto-test");
            PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), 0, PASSWORDS);
            KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
            kafka.ensureTopics(MOST_PARTITIONS);
            EmbeddedPlatform platform = new EmbeddedPlatform(postgres, kafka);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.stop(folder), "vto-test-infra"));
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String databaseUrl() {
        return postgres.url();
    }

    @Override
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    private void stop(Path folder) {
        try {
            kafka.close();
        } finally {
            postgres.close();
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e)
                        throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
