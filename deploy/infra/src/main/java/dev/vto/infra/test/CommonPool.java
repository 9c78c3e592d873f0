package dev.vto.infra.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

/**
 * The pool that the JDK takes where none is named. Quarkus makes its threads see the classes of whichever application of the
 * tests ran last, so what runs there finds other classes than the test that sent it.
 */
public final class CommonPool {

    /** Nothing goes there, neither of the services nor of their tests. */
    public static final ArchRule IS_NOT_USED = noClasses()
            .should()
            .callMethod(ForkJoinPool.class, "commonPool")
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
            .orShould()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .orShould()
            .callMethod(Collection.class, "parallelStream")
            .orShould()
            .callMethod(BaseStream.class, "parallel");

    private CommonPool() {}
}
