package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {
    private static final String KEPT = "org.opencmas.testkit.kept";
    private static final String BROKEN = "org.opencmas.testkit.broken";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule packages are pure                      | BrokenRule",
                "resource methods name their roles           | BrokenResource.one()",
                "resources say what they produce             | BrokenResource.one()",
                "resource bodies are required and validated  | BrokenResource.create(",
                "no entity in a resource signature           | BrokenResource.one()",
                "nobody reads the system clock               | BrokenHelper.clockOfTheMachine()",
                "features have no cycles                     | Slice one",
                "only resources and filters know HTTP        | BrokenHelper.http()",
                "no field injection                          | BrokenHelper.injected",
                "beans have one scope                        | BrokenHelper",
                "no forbidden names                          | BrokenHelper",
                "no binary fractions                         | BrokenHelper.inexact(",
            })
    void eachRuleFindsWhatBreaksIt(String rule, String culprit) {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

        EvaluationResult result = ruleNamed(rule, BROKEN, broken).evaluate(broken);

        assertThat(result.getFailureReport().toString()).contains(culprit).contains("because");
    }

    @Test
    void packagesThatKnowEachOtherAreFound() {
        JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

        EvaluationResult result =
                HouseRules.layoutRules(BROKEN).get("packages have no circle").evaluate(broken);

        assertThat(result.getFailureReport().toString())
                .contains(BROKEN + ".one")
                .contains(BROKEN + ".other")
                .contains("because");
    }

    @ParameterizedTest(name = "of {0} files allowed → broken {1}")
    @CsvSource({"1, true", "2, false"})
    void aPackageWithMoreFilesThanAllowedIsFound(int most, boolean broken) {
        JavaClasses classes = new ClassFileImporter().importPackages(BROKEN);

        EvaluationResult result = HouseRules.packagesHoldAtMost(most).evaluate(classes);

        assertThat(result.hasViolation()).isEqualTo(broken);
        assertThat(result.getFailureReport().getDetails())
                .isEqualTo(broken ? List.of(BROKEN + " has 2 files") : List.of());
    }

    @TestFactory
    Stream<DynamicTest> theTestKitKeepsThem() {
        return HouseRules.layout("org.opencmas.testkit");
    }

    @Test
    void codeInTheHouseStylePasses() {
        JavaClasses kept = new ClassFileImporter().importPackages(KEPT);

        Map<String, ArchRule> rules = HouseRules.rules(KEPT, kept);

        assertThat(rules).hasSize(12);
        rules.values().forEach(rule -> rule.check(kept));
    }

    @Test
    void rulesWithNothingToLookAtAreLeftOut() {
        JavaClasses own = new ClassFileImporter().importPackages("org.opencmas.testkit.kept.rule");

        assertThat(HouseRules.rules("org.opencmas.testkit.kept.rule", own))
                .doesNotContainKey("no entity in a resource signature");
    }

    private static ArchRule ruleNamed(String name, String root, JavaClasses classes) {
        ArchRule rule = HouseRules.rules(root, classes).get(name);
        assertThat(rule).as(name).isNotNull();
        return rule;
    }
}
