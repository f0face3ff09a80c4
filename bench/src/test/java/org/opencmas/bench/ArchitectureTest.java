package org.opencmas.bench;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opencmas.testkit.HouseRules;

@DisplayName("The packages of the measurements depend on each other in one direction")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> layout() {
        return HouseRules.layout("org.opencmas.bench");
    }
}
