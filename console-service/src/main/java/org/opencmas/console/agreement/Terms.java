package org.opencmas.console.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.Agreement;
import org.opencmas.console.client.Registry.FieldSource;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.registry.TermWords;

/** The terms of an agreement as a list for people, each with the supplement that gave it its value. */
final class Terms {
    private static final String UNKNOWN = "Not known";

    private final Agreement agreement;
    private final List<FieldSource> sources;
    private final List<Term> terms = new ArrayList<>();

    private Terms(Agreement agreement, List<FieldSource> sources) {
        this.agreement = agreement;
        this.sources = sources;
    }

    /**
     * @param label what it is
     * @param value what it says
     * @param source the original or the supplement that says it, and since when; empty when that is not known now
     */
    record Term(String label, String value, String source) {}

    /** @param sources empty when the registry does not tell them */
    static List<Term> of(Agreement agreement, List<FieldSource> sources) {
        var terms = new Terms(agreement, sources);
        terms.write();
        return terms.terms;
    }

    private void write() {
        add("contractorName", agreement.contractorName());
        add("termStart", Forms.day(agreement.termStart()));
        add("termEnd", Forms.day(agreement.termEnd()));
        add("forUseBy", Forms.words(agreement.forUseBy()));
        terms.add(new Term("Kind", Forms.words(agreement.kind()), ""));
        add("nspProvision", yesOrNo(agreement.nspProvision()));
        add("acceptsCalCard", yesOrNo(agreement.acceptsCalCard()));
        add("travelAllowed", yesOrNo(agreement.travelAllowed()));
        add(
                "stateOrderLimit",
                agreement.stateOrderLimit() == null ? "No limit" : "$" + Forms.money(agreement.stateOrderLimit()));
        add("productCodes", listed(agreement.productCodes()));
        add(
                "categories",
                listed(agreement.categories().stream().map(Forms::words).toList()));
        add(
                "listedCertifications",
                listed(agreement.listedCertifications().stream()
                        .map(each -> each.type() + " " + each.number() + ", through " + Forms.day(each.validThrough()))
                        .toList()));
        add("baseContract", base(agreement.baseContract()));
    }

    private void add(String field, String value) {
        String source = sources.stream()
                .filter(each -> each.field().equals(field))
                .map(each -> (each.supplementNumber() == 0 ? "Original" : "Supplement " + each.supplementNumber())
                        + ", since " + Forms.day(each.effectiveOn()))
                .findFirst()
                .orElse("");
        terms.add(new Term(TermWords.label(field), value, source));
    }

    private static String base(Registry.@Nullable BaseContract base) {
        if (base == null) {
            return UNKNOWN;
        }
        var text = new StringBuilder(base.number())
                .append(" (")
                .append(base.type().equals("GSA") ? "GSA" : "not GSA")
                .append("), held by ")
                .append(base.holder());
        if (base.awardingBody() != null) {
            text.append(", awarded by ").append(base.awardingBody());
        }
        if (base.termEnd() != null) {
            text.append(", through ").append(Forms.day(base.termEnd()));
        }
        return text.toString();
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? "None" : values.stream().collect(Collectors.joining("; "));
    }

    private static String yesOrNo(@Nullable Boolean value) {
        return value == null ? UNKNOWN : value ? "Yes" : "No";
    }
}
