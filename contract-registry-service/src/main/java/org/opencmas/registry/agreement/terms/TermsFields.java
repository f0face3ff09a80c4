package org.opencmas.registry.agreement.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/** Terms field by field, by the names and in the form in which they are answered. */
public final class TermsFields {
    private TermsFields() {}

    /**
     * A field that differs between two terms.
     *
     * @param field its name in an agreement's answer
     * @param from null when it was not given
     * @param to null when it is not given any more
     */
    @Schema(name = "TermsDifference")
    public record Difference(
            String field, @Nullable Object from, @Nullable Object to) {}

    /** In the order of the answer; a field that is not given is there with null. */
    public static Map<String, @Nullable Object> of(Terms terms) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("contractorName", terms.contractorName());
        fields.put("termStart", terms.termStart());
        fields.put("termEnd", terms.termEnd());
        fields.put("forUseBy", terms.forUseBy());
        fields.put("nspProvision", terms.nspProvision());
        fields.put("acceptsCalCard", terms.acceptsCalCard());
        fields.put("travelAllowed", terms.travelAllowed());
        fields.put(
                "stateOrderLimit",
                terms.stateOrderLimit() == null
                        ? null
                        : Usd.of(terms.stateOrderLimit()).toString());
        fields.put("productCodes", List.copyOf(terms.productCodes()));
        fields.put("categories", List.copyOf(terms.categories()));
        fields.put("listedCertifications", List.copyOf(terms.listedCertifications()));
        fields.put("baseContract", terms.baseContract());
        return fields;
    }

    /** What changes from one to the other; empty when nothing does. */
    public static List<Difference> differences(Terms before, Terms after) {
        Map<String, @Nullable Object> from = of(before);
        List<Difference> differences = new ArrayList<>();
        of(after).forEach((field, value) -> {
            if (!Objects.equals(from.get(field), value)) {
                differences.add(new Difference(field, from.get(field), value));
            }
        });
        return List.copyOf(differences);
    }
}
