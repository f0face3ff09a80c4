package org.opencmas.problem.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Text as a database can keep it: without the character U+0000 and without half of a surrogate pair. Of a body's texts none is read, either,
 * in which a reader does not see every sign ({@link SeenText}).
 */
public final class StorableText extends StringDeserializer {
    /** What is said of other text, as a phrase that can follow its place. */
    public static final String EXPECTATION = "must not contain the character U+0000 or half of a surrogate pair";

    private static final long serialVersionUID = 1;

    /** Whether a database can keep the text. */
    public static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null) {
            String fault = holds(text) ? SeenText.fault(text).orElse(null) : EXPECTATION;
            if (fault != null) {
                throw JsonMappingException.from(parser, fault, new Refused(fault));
            }
        }
        return text;
    }

    /** Why a text was refused, as opposed to a value that is no text at all. */
    static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Refused(String fault) {
            super(fault);
        }
    }
}
