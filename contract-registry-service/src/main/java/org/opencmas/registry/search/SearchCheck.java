package org.opencmas.registry.search;

import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.registry.search.asked.SearchNumber;
import org.opencmas.registry.search.asked.SearchPrices;
import org.opencmas.registry.search.asked.SearchWords;

/** Checks what is looked for, so that one answer names all of it that cannot be. */
final class SearchCheck implements ParameterCheck {
    @Override
    public void check(FieldReader fields, SentParameters sent) {
        noting(fields, () -> SearchNumber.of(sent.query("number")));
        noting(fields, () -> SearchPrices.parse(sent.query("price")));
        String description = sent.query("description");
        if (description != null) {
            noting(fields, () -> SearchWords.of(description));
        }
    }

    private static void noting(FieldReader fields, Runnable reading) {
        try {
            reading.run();
        } catch (InvalidRequest e) {
            e.faults().forEach(fields::fault);
        }
    }
}
