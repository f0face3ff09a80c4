package org.opencmas.order.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Policies as they are stored: what a later version adds is passed over by an earlier one, and what an earlier one lacks is not set. */
final class PolicyJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PolicyJson() {}

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy can always be written as JSON", e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this is no " + type.getSimpleName(), e);
        }
    }

    /** An agency's settings in its row. */
    @Converter
    static class OfSettings implements AttributeConverter<OwnSettings, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable OwnSettings settings) {
            return settings == null ? null : write(settings);
        }

        @Override
        public @Nullable OwnSettings convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : read(text, OwnSettings.class);
        }
    }

    /** A whole policy in the list of those adopted. */
    @Converter
    static class OfPolicy implements AttributeConverter<AgencyView.PolicyView, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(AgencyView.@Nullable PolicyView policy) {
            return policy == null ? null : write(policy);
        }

        @Override
        public AgencyView.@Nullable PolicyView convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : read(text, AgencyView.PolicyView.class);
        }
    }
}
