package org.opencmas.problem.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.opencmas.terms.Usd;

/** An amount of dollars as text, as {@link PlainDecimal} is: a JSON number, whole or not, goes through a double in many a client. */
public final class DollarText extends StdScalarDeserializer<Usd> {
    private static final long serialVersionUID = 1;

    /** Reads {@link Usd}. */
    public DollarText() {
        super(Usd.class);
    }

    @Override
    public Usd deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Usd) context.handleUnexpectedToken(Usd.class, parser);
        }
        try {
            return Usd.of(parser.getText());
        } catch (IllegalArgumentException e) {
            throw context.instantiationException(Usd.class, e);
        }
    }
}
