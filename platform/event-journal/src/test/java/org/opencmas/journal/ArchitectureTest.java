package org.opencmas.journal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

@DisplayName("The journal's packages depend on each other in one direction")
final class ArchitectureTest {

    private static final String ROOT = "org.opencmas.journal";

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> layout() {
        return HouseRules.layout(ROOT);
    }

    @Test
    void whatServicesUseKnowsNeitherRelayNorEventLoop() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".broker..",
                        ROOT + ".relay..",
                        ROOT + ".receive..",
                        ROOT + ".proof..",
                        ROOT + ".exchange..")
                .because("a service records events, handles events and keeps copies without knowing how they travel")
                .check(main);
    }

    @Test
    void sendingAndReceivingDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".relay..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".receive..", ROOT + ".proof..")
                .check(main);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".receive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".relay..", ROOT + ".proof..")
                .check(main);
    }
}
