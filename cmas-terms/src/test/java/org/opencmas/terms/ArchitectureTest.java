package org.opencmas.terms;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses TERMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.opencmas.terms");
    private static final Set<String> BINARY_FRACTIONS =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
            describe("double or float", type -> BINARY_FRACTIONS.contains(type.getName()));

    @Test
    void knowsOnlyTheJdkAndTwoSetsOfAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.opencmas.terms..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation")
                .because("every service and every rule stands on these types, whatever framework is around it")
                .check(TERMS);
    }

    @Test
    void readsNoClock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class)
                .orShould()
                .callMethodWhere(describe(
                        "the method is called now",
                        call -> call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")))
                .because("what a value means may not depend on the day on which it is asked")
                .check(TERMS);
    }

    @Test
    void knowsNoBinaryFractions() {
        fields().should()
                .notHaveRawType(BINARY_FRACTION)
                .because("money that passes through a double is no longer exact")
                .check(TERMS);
        noMethods()
                .should()
                .haveRawReturnType(BINARY_FRACTION)
                .orShould()
                .haveRawParameterTypes(
                        describe("any double or float", types -> types.stream().anyMatch(BINARY_FRACTION)))
                .because("money that passes through a double is no longer exact")
                .check(TERMS);
    }
}
