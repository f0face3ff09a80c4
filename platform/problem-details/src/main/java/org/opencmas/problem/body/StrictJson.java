package org.opencmas.problem.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.opencmas.problem.value.DollarText;
import org.opencmas.problem.value.PlainDecimal;
import org.opencmas.problem.value.StorableText;
import org.opencmas.problem.value.StrictTime;
import org.opencmas.terms.Usd;

/**
 * How request bodies are read: nothing is guessed. Unlike the injected {@code ObjectMapper}, which also reads events of
 * other services and passes over what it does not know, this one refuses unknown fields, a name twice in one object,
 * anything after the end, numbers for text and text for whole numbers, fractions for whole numbers, numbers for decimals, the empty string for
 * anything but text, text that a database cannot keep or of which a reader does not see every sign, and dates that are none of the program.
 */
final class StrictJson {
    /** Deepest nesting of objects and lists, inclusive. */
    static final int MAX_DEPTH = 50;
    /** Longest number in characters, inclusive. */
    static final int MAX_NUMBER_LENGTH = 60;
    /** Longest field name in characters, inclusive. */
    static final int MAX_NAME_LENGTH = 200;

    private StrictJson() {}

    /** @param shared the application's mapper, whose modules are kept */
    static ObjectMapper from(ObjectMapper shared) {
        ObjectMapper strict = shared.copyWith(factory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .setDefaultLeniency(false);
        strict.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        return strict.registerModule(new SimpleModule("strict values")
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(BigDecimal.class, new PlainDecimal())
                .addDeserializer(Usd.class, new DollarText())
                .addDeserializer(LocalDate.class, StrictTime.date())
                .addDeserializer(Instant.class, StrictTime.instant()));
    }

    private static JsonFactory factory() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build())
                .build();
        factory.setCodec(new JsonMapper(factory));
        return factory;
    }
}
