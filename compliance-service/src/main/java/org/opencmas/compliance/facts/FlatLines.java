package org.opencmas.compliance.facts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** Facts are answered with the lines as they are kept: the rules know no JSON, so the form of a line is told to the mapper of the answers too. */
@ApplicationScoped
class FlatLines implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.addMixIn(OrderLine.class, KeptLine.Flat.class);
    }
}
