package org.opencmas.problem.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a value of a type looks like. */
public final class Types {
    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(String.class, "must be a string"),
            Map.entry(Boolean.class, "must be true or false"),
            Map.entry(boolean.class, "must be true or false"),
            Map.entry(Integer.class, "must be a whole number from -2147483648 through 2147483647"),
            Map.entry(int.class, "must be a whole number from -2147483648 through 2147483647"),
            Map.entry(Long.class, "must be a whole number"),
            Map.entry(long.class, "must be a whole number"),
            Map.entry(BigInteger.class, "must be a whole number"),
            Map.entry(BigDecimal.class, "must be a plain decimal as text, such as \"1250.00\""),
            Map.entry(UUID.class, "must be a UUID such as 0190a000-0000-7000-8000-000000000001"),
            Map.entry(LocalDate.class, "must be an existing date as YYYY-MM-DD"),
            Map.entry(Instant.class, "must be an instant such as 2026-11-21T17:00:00Z"),
            Map.entry(OffsetDateTime.class, "must be a time with offset such as 2026-11-21T09:00:00-08:00"),
            Map.entry(Duration.class, "must be a duration such as PT30S"),
            Map.entry(Period.class, "must be a period such as P30D"));

    private Types() {}

    /**
     * What was expected instead.
     *
     * @param reason what a value type of the suite said when it refused, null when nothing was said
     */
    public static String expectation(Class<?> type, @Nullable Throwable reason) {
        String words = WORDS.get(type);
        if (words != null && !(reason instanceof StorableText.Refused) && !(reason instanceof StrictTime.NoDay)) {
            return words;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        String said = reason == null ? null : reason.getMessage();
        return said == null || said.isBlank() || mentionsClasses(said) ? "has the wrong type or form" : said;
    }

    /** A message that was not written for a person outside of the code. */
    private static boolean mentionsClasses(String message) {
        return message.contains("java.") || message.contains("org.opencmas.") || message.contains("class ");
    }
}
