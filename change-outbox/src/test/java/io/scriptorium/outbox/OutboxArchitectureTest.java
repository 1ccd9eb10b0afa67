package io.scriptorium.outbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Outbox.class, importOptions = ImportOption.DoNotIncludeTests.class)
class OutboxArchitectureTest {
    @ArchTest
    static final ArchRule knowsNothingOfTheServices = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.scriptorium..").and(resideOutsideOfPackage("io.scriptorium.outbox..")))
            .because("a technical library is released alone, and has no domain word in it");

    @ArchTest
    static final ArchRule needsNoObjectMapping = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
            .because("a service may write its aggregates however it likes");
}
