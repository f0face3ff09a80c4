package org.opencmas.compliance.rule.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something a person has to look at: FAIL, WARN, NEEDS_ATTESTATION or UNDETERMINED. */
public record Trouble(
        Verdict verdict,
        String message,
        Map<String, String> numbers,
        List<String> lineIds,
        @Nullable String remedy) implements Outcome {
    public Trouble {
        if (!verdict.needsAttention()) {
            throw new IllegalArgumentException(verdict + " is no trouble");
        }
    }

    static Trouble of(Verdict verdict, String message) {
        return new Trouble(verdict, message, Map.of(), List.of(), null);
    }

    @Override
    public Trouble with(String name, Object value) {
        return new Trouble(verdict, message, Phrases.and(numbers, name, value), lineIds, remedy);
    }

    @Override
    public Trouble on(NamedLine line) {
        return on(List.of(line));
    }

    @Override
    public Trouble on(Collection<? extends NamedLine> lines) {
        return new Trouble(verdict, message, numbers, Phrases.ids(lines), remedy);
    }

    /** The same where breaking the requirement is only a warning: a FAIL becomes a WARN, all else stays. */
    public Trouble asWarning() {
        return verdict == Verdict.FAIL ? new Trouble(Verdict.WARN, message, numbers, lineIds, remedy) : this;
    }

    public Trouble remedy(String change, @Nullable Object... values) {
        return new Trouble(verdict, message, numbers, lineIds, change.formatted(values));
    }
}
