package org.opencmas.compliance.rule.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requirement is met. */
public record Pass(String message, Map<String, String> numbers, List<String> lineIds) implements Outcome {
    @Override
    public Verdict verdict() {
        return Verdict.PASS;
    }

    @Override
    public @Nullable String remedy() {
        return null;
    }

    @Override
    public Pass with(String name, Object value) {
        return new Pass(message, Phrases.and(numbers, name, value), lineIds);
    }

    @Override
    public Pass on(Collection<? extends NamedLine> lines) {
        return new Pass(message, numbers, Phrases.ids(lines));
    }
}
