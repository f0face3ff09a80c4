package org.opencmas.compliance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

/** That every rule is listed and tested is asked in {@code EveryRuleIsListedAndTestedTest}. */
@DisplayName("The shape of the compliance service")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.opencmas.compliance");
    }
}
