package io.scriptorium.writers;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "io.scriptorium.writers", importOptions = DoNotIncludeTests.class)
class WriterServiceArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_STAND_ALONE = slices().matching("io.scriptorium.writers.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(), nameMatching("io\\.scriptorium\\.writers\\..*(Service|View)"))
            .because("a feature is one folder; what others may know of it is its service and its views");

    @ArchTest
    static final ArchRule ENTITIES_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("views and events are contracts, and a table is none");

    @ArchTest
    static final ArchRule ONLY_CONTRACTS_ARE_PUBLIC = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotEnums()
            .should()
            .haveNameMatching(".*(Resource|Service|View|Request|Fields)")
            .because("what is public is what other features, and OpenAPI, may rely on");

    @ArchTest
    static final ArchRule RESOURCES_DO_NOT_REACH_PAST_THEIR_SERVICE = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("a transaction and its event begin in a service");

    @ArchTest
    static final ArchRule NO_SQL_PAST_THE_TENANT = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("createNativeQuery")))
            .because("Hibernate does not add the tenant to native SQL (ADR 006)");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)")
            .because("such a name is where unrelated code gathers");
}
