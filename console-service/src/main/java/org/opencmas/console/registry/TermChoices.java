package org.opencmas.console.registry;

import java.util.List;
import java.util.stream.Stream;

/** What the fields of terms offer to choose from, by the registry's codes. */
public record TermChoices(
        List<String> whoMayOrder,
        List<String> answers,
        List<String> baseTypes,
        List<String> categories,
        List<String> certifications) {
    static final TermChoices ALL = new TermChoices(
            names(TermsForm.ForUseBy.values()),
            names(TermsForm.Answer.values()),
            names(TermsForm.BaseType.values()),
            names(TermsForm.Category.values()),
            names(TermsForm.CertificationType.values()));

    private static List<String> names(Enum<?>[] choices) {
        return Stream.of(choices).map(Enum::name).toList();
    }
}
