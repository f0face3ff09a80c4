package org.opencmas.compliance.invoicecheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.invoice.Period;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Reads fields that may be absent, and lists, with the one reader of fields. */
public record OptionalFields(FieldReader reader) {
    /** A choice that must be there. */
    public <E extends Enum<E>> E needed(String pointer, @Nullable String raw, E standIn) {
        return reader.requiredChoice(pointer, raw, standIn);
    }

    public <E extends Enum<E>> @Nullable E choice(String pointer, @Nullable String raw, E any) {
        return raw == null ? null : reader.choice(pointer, raw, any);
    }

    public Usd money(String pointer, @Nullable String raw) {
        return reader.money(pointer, raw, 2);
    }

    public @Nullable Usd optionalMoney(String pointer, @Nullable String raw) {
        return raw == null ? null : money(pointer, raw);
    }

    /** A share above 0 and at most 1. */
    public @Nullable BigDecimal share(String pointer, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        BigDecimal share = reader.quantity(pointer, raw);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            reader.fault(pointer, "must be at most 1", "Write 10% as 0.10.");
        }
        return share;
    }

    /** The days from the one through the other; null when neither is said. */
    public @Nullable Period period(String place, @Nullable String from, @Nullable String through) {
        LocalDate first = reader.optionalDate(place + "/serviceFrom", from);
        LocalDate last = reader.optionalDate(place + "/serviceThrough", through);
        notBefore(place + "/serviceThrough", last, first, "the first day of service");
        if (last == null) {
            return first == null ? null : new Period(first, first);
        }
        return new Period(first == null ? last : first, last);
    }

    public void notBefore(String pointer, @Nullable LocalDate day, @Nullable LocalDate earliest, String what) {
        if (day != null && earliest != null && day.isBefore(earliest)) {
            reader.fault(pointer, "must not be before " + what);
        }
    }

    public <S, T> List<T> list(
            String pointer, @Nullable List<@Nullable S> sent, int most, BiFunction<String, S, T> read) {
        List<T> all = new ArrayList<>();
        if (sent != null) {
            reader.<S>each(pointer, sent, most, (at, one) -> all.add(read.apply(at, one)));
        }
        return List.copyOf(all);
    }

    /** Refuses a list in which two have the same id, however it is written. */
    public <T> List<T> distinct(String pointer, String field, List<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String one = id.apply(all.get(i));
            if (!one.isEmpty() && !seen.add(Identifier.keyOf(one))) {
                reader.fault(pointer + "/" + i + "/" + field, "is there more than once");
            }
        }
        return all;
    }

    public List<Attestation> attestations(@Nullable List<@Nullable Word> sent, String recordedBy) {
        return list("/attestations", sent, Word.MAX, (at, word) -> {
            List<String> lines = list(
                    at + "/lineIds",
                    word.lineIds(),
                    BilledOrder.MAX_LINES,
                    (one, id) -> reader.identifier(one, id, 40));
            return new Attestation(
                    reader.text(at + "/rule", word.rule(), 60),
                    reader.text(at + "/statement", word.statement(), 2000),
                    reader.text(at + "/attestedBy", word.attestedBy(), 200),
                    reader.date(at + "/attestedOn", word.attestedOn()),
                    reader.optionalText(at + "/evidence", word.evidence(), 1000),
                    lines.isEmpty() ? null : lines,
                    null,
                    recordedBy);
        });
    }
}
