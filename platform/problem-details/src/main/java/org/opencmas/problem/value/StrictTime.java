package org.opencmas.problem.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.opencmas.terms.ProgramCalendar;

/** A date or an instant as text in ISO 8601, on a day of the program; a list of numbers or a count of seconds is none. */
public final class StrictTime<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> reading;
    private final transient Predicate<T> isProgramDay;

    private StrictTime(Class<T> type, Function<String, T> reading, Predicate<T> isProgramDay) {
        super(type);
        this.reading = reading;
        this.isProgramDay = isProgramDay;
    }

    public static StrictTime<LocalDate> date() {
        return new StrictTime<>(LocalDate.class, LocalDate::parse, ProgramCalendar::isProgramDay);
    }

    public static StrictTime<Instant> instant() {
        return new StrictTime<>(Instant.class, Instant::parse, ProgramCalendar::isProgramDay);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.<T>reportInputMismatch(this, "no text");
        }
        T time;
        try {
            time = reading.apply(parser.getText());
        } catch (DateTimeException e) {
            throw JsonMappingException.from(parser, "no time", e);
        }
        if (!isProgramDay.test(time)) {
            throw JsonMappingException.from(parser, ProgramCalendar.EXPECTED_DAYS, new NoDay());
        }
        return time;
    }

    /** Why a time was refused that can be read and is none of the program. */
    static final class NoDay extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        NoDay() {
            super(ProgramCalendar.EXPECTED_DAYS);
        }
    }
}
