package org.opencmas.compliance;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

/** That every rule is listed and tested is asked in {@code EveryRuleIsListedAndTestedTest}. */
@DisplayName("The shape of the compliance service")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.opencmas.compliance");
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        slices().matching("org.opencmas.compliance.(**)")
                .should()
                .beFreeOfCycles()
                .because(
                        "the kernel knows no subject, a subject no chapter, and a chapter can be read without the book")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.opencmas.compliance"));
    }
}
