package org.opencmas.problem.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A decimal as text, such as {@code "1250.00"}, as all amounts, quantities and rates of the suite are written: a JSON number goes through a
 * double in many a client, and an exponent is no amount that a person typed.
 */
public final class PlainDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1;
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    /** Reads {@link BigDecimal}. */
    public PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !PLAIN.matcher(parser.getText()).matches()) {
            throw JsonMappingException.from(parser, "no plain decimal");
        }
        return new BigDecimal(parser.getText());
    }
}
