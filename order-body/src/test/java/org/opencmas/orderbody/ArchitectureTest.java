package org.opencmas.orderbody;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The packages of an order's body depend on each other in one direction")
class ArchitectureTest {
    @Test
    void packagesHaveNoCircle() {
        slices().matching("org.opencmas.(**)")
                .should()
                .beFreeOfCycles()
                .because("the body knows its parts, and no part knows the body")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.opencmas.orderbody"));
    }
}
