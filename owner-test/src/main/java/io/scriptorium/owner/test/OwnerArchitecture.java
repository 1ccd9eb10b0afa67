package io.scriptorium.owner.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

/** How a service that owns data is built: {@code @ArchTest static final ArchTests RULES = ArchTests.in(…)}. */
public final class OwnerArchitecture {
    @ArchTest
    public static final ArchRule FEATURES_STAND_ALONE = slices().matching("io.scriptorium.*.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), nameMatching("io\\.scriptorium\\..*(Service|View)"))
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("io.scriptorium.owner.."))
            .because("a feature is one folder; what others may know of it is its service and its views");

    @ArchTest
    public static final ArchRule ENTITIES_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("views and events are contracts, and a table is none");

    @ArchTest
    public static final ArchRule ONLY_CONTRACTS_ARE_PUBLIC = classes()
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
    public static final ArchRule RESOURCES_DO_NOT_REACH_PAST_THEIR_SERVICE = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("a transaction and its event begin in a service");

    @ArchTest
    public static final ArchRule NO_SQL_PAST_THE_TENANT = noClasses()
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("createNativeQuery")))
            .because("Hibernate does not add the tenant to native SQL (ADR 006)");

    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)")
            .because("such a name is where unrelated code gathers");

    private OwnerArchitecture() {}
}
