package org.opencmas.registry;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

@DisplayName("The house rules hold in the contract registry")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("org.opencmas.registry");
    }
}
