package io.scriptorium.specialorders;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.scriptorium.owner.test.OwnerArchitecture;

@AnalyzeClasses(packages = "io.scriptorium.specialorders", importOptions = DoNotIncludeTests.class)
class SpecialOrdersServiceArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(OwnerArchitecture.class);
}
