package org.opencmas.console.frame.field;

import java.util.Map;
import org.opencmas.console.frame.fault.ServiceProblem;

/** What a service refused, put beside the fields of the form that it came from. */
public final class Refusals {
    private Refusals() {}

    /**
     * Puts each fault beside its field, and what belongs to no field beside the form as a whole.
     *
     * @param inputs the form, to be shown again
     * @param problem what the service said
     * @param form the id of the form, for what is about no single field
     * @param fields the form's field for each JSON pointer that may come back
     */
    public static void intoFields(Inputs inputs, ServiceProblem problem, String form, Map<String, String> fields) {
        if (problem.faults().isEmpty()) {
            inputs.wrong(form, problem.detail());
        }
        for (ServiceProblem.Fault fault : problem.faults()) {
            inputs.wrong(fields.getOrDefault(fault.pointer(), form), fault.detail());
        }
    }
}
