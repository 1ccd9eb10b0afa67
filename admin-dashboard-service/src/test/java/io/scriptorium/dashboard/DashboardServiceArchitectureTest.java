package io.scriptorium.dashboard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.scriptorium.dashboard.platform.StatsScope;
import jakarta.ws.rs.Path;
import java.sql.Connection;

@AnalyzeClasses(packages = "io.scriptorium.dashboard", importOptions = DoNotIncludeTests.class)
class DashboardServiceArchitectureTest {
    private static final String[] MACHINERY = {
        "..dashboard.ingest..",
        "..dashboard.cache..",
        "..dashboard.repair..",
        "..dashboard.query..",
        "..dashboard.counting.."
    };

    @ArchTest
    static final ArchRule A_DASHBOARD_IS_ONE_FOLDER = slices().matching("io.scriptorium.dashboard.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    resideInAPackage("io.scriptorium.dashboard.."), resideInAPackage("..dashboard.platform.."))
            .ignoreDependency(resideInAPackage("io.scriptorium.dashboard.."), resideInAnyPackage(MACHINERY))
            .because("the next dashboard must be one folder with its projection, its SQL and its view");

    @ArchTest
    static final ArchRule MACHINERY_KNOWS_NO_DASHBOARD = noClasses()
            .that()
            .resideInAnyPackage(MACHINERY)
            .or()
            .resideInAPackage("..dashboard.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..dashboard.*stats..", "..dashboard.websites..")
            .because("the machinery serves every dashboard, also those that do not exist yet");

    @ArchTest
    static final ArchRule THE_CACHE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("..dashboard.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..dashboard.ingest..", "..dashboard.repair..", "..dashboard.query..")
            .because("whoever changes something tells the cache, which asks nobody");

    @ArchTest
    static final ArchRule RESOURCES_DO_NOT_TOUCH_THE_DATABASE = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Connection.class)
            .because("a query that an endpoint runs by itself is cached by nobody and confined by nobody");

    @ArchTest
    static final ArchRule ONLY_A_CALLER_MAKES_A_SCOPE = classes()
            .that()
            .areAssignableTo(StatsScope.class)
            .should()
            .haveOnlyPrivateConstructors()
            .because("a scope that code can make by hand confines nobody (ADR 006)");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)")
            .because("such a name is where unrelated code gathers");
}
