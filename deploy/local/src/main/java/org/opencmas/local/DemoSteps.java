package org.opencmas.local;

import java.util.List;
import org.opencmas.local.demo.DemoStep;
import org.opencmas.local.sample.SampleLoad;
import org.opencmas.local.walk.Walk;

/** The parts of the demo, in order. */
final class DemoSteps {
    private DemoSteps() {}

    static List<DemoStep> all() {
        return List.of(new SampleLoad(), new Walk());
    }
}
