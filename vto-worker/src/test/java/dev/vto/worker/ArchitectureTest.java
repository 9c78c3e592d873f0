package dev.vto.worker;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.vto.worker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN = classes()
            .that()
            .resideInAPackage("dev.vto.worker.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "dev.vto.shared.id..",
                    "dev.vto.shared.job..",
                    "dev.vto.shared.media..",
                    "dev.vto.worker.domain..");

    @ArchTest
    static final ArchRule APPLICATION_KNOWS_DOMAIN_PORTS_AND_MUTINY = classes()
            .that()
            .resideInAPackage("dev.vto.worker.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "io.smallrye.mutiny..",
                    "dev.vto.shared.id..",
                    "dev.vto.shared.job..",
                    "dev.vto.shared.media..",
                    "dev.vto.worker.domain..",
                    "dev.vto.worker.application..");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_THE_WIRING = noClasses()
            .that()
            .resideInAPackage("dev.vto.worker.adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vto.worker.config..");

    @ArchTest
    static final ArchRule BACKENDS_KNOW_NO_OTHER_ADAPTER = noClasses()
            .that()
            .resideInAPackage("dev.vto.worker.adapter.out.generation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.vto.worker.adapter.in..",
                    "dev.vto.worker.adapter.out.postgres..",
                    "dev.vto.worker.adapter.out.media..");

    /** Of OpenCV: its other modules load a window toolkit, which a server does not have. */
    @ArchTest
    static final ArchRule IMAGING_NEEDS_NO_WINDOWS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.bytedeco\\.opencv\\.(global\\.)?opencv_(?!core|imgproc|imgcodecs).*");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(be(new DescribedPredicate<JavaClass>("in a null-marked package") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackage().isAnnotatedWith(NullMarked.class);
                }
            }));
}
