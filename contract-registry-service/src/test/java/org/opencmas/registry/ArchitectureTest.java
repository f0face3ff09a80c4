package org.opencmas.registry;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

@DisplayName("The house rules hold in the contract registry")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.opencmas.registry");
    }

    @Test
    void noPackageKnowsOneThatKnowsIt() {
        slices().matching("org.opencmas.registry.(**)")
                .should()
                .beFreeOfCycles()
                .because("what a feature is made of is read in one direction, its sub-packages too")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.opencmas.registry"));
    }
}
