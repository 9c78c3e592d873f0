package dev.vto.catalog;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.vto.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "dev.vto.shared.id..",
        "dev.vto.shared.job..",
        "dev.vto.shared.media..",
        "dev.vto.shared.event..",
        "dev.vto.shared.site.."
    };

    private static final Pattern CLOCK_OR_DICE = Pattern.compile("java\\.time\\.\\w+\\.now\\(\\)"
            + "|java\\.time\\.Clock\\.system\\w*\\(.*\\)"
            + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
            + "|java\\.lang\\.Math\\.random\\(\\)"
            + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)");

    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN = classes()
            .that()
            .resideInAPackage("dev.vto.catalog.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("java..", "org.jspecify.annotations..", "dev.vto.catalog.domain.."));

    @ArchTest
    static final ArchRule APPLICATION_KNOWS_DOMAIN_PORTS_AND_MUTINY = classes()
            .that()
            .resideInAPackage("dev.vto.catalog.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(
                    "java..",
                    "org.jspecify.annotations..",
                    "io.smallrye.mutiny..",
                    "dev.vto.catalog.domain..",
                    "dev.vto.catalog.application.."));

    @ArchTest
    static final ArchRule PORTS_KNOW_NO_USE_CASE = noClasses()
            .that()
            .resideInAPackage("dev.vto.catalog.application.port..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vto.catalog.application");

    @ArchTest
    static final ArchRule POSTGRES_AND_KAFKA_DO_NOT_KNOW_REST = noClasses()
            .that()
            .resideInAPackage("dev.vto.catalog.adapter.out..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vto.catalog.adapter.in..", "dev.vto.catalog.config..");

    @ArchTest
    static final ArchRule REST_REACHES_TABLES_AND_TOPICS_THROUGH_PORTS = noClasses()
            .that()
            .resideInAPackage("dev.vto.catalog.adapter.in..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vto.catalog.adapter.out.postgres..", "dev.vto.catalog.adapter.out.kafka..");

    @ArchTest
    static final ArchRule TABLES_AND_TOPICS_ARE_HIDDEN = classes()
            .that()
            .resideInAnyPackage("dev.vto.catalog.adapter.out.postgres..", "dev.vto.catalog.adapter.out.kafka..")
            .should()
            .bePackagePrivate()
            .orShould()
            .bePrivate();

    @ArchTest
    static final ArchRule NO_HIDDEN_CLOCK_OR_DICE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.vto.catalog.config..")
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "a clock or dice, by call or by method reference", access -> CLOCK_OR_DICE
                            .matcher(access.getTarget().getFullName())
                            .matches()));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(be(new DescribedPredicate<JavaClass>("in a null-marked package") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackage().isAnnotatedWith(NullMarked.class);
                }
            }));

    private static String[] with(String... more) {
        String[] all = java.util.Arrays.copyOf(CORE, CORE.length + more.length);
        System.arraycopy(more, 0, all, CORE.length, more.length);
        return all;
    }
}
