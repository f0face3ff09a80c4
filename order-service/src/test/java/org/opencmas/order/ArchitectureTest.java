package org.opencmas.order;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.opencmas.order");
    }

    @Test
    void noPackageKnowsOneThatKnowsIt() {
        slices().matching("org.opencmas.order.(**)")
                .should()
                .beFreeOfCycles()
                .because("an order goes one way through the packages: read, placed or changed, stored, and never back")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.opencmas.order"));
    }
}
