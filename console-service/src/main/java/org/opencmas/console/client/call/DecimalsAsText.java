package org.opencmas.console.client.call;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Sends amounts, prices and quantities as text, as each service takes them: none takes a JSON number, which a reader may round. */
@ApplicationScoped
public class DecimalsAsText implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    }
}
