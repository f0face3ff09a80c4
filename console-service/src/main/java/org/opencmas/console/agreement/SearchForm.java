package org.opencmas.console.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Inputs;

/**
 * What a reader searches agreements by. All of it is in the address, so that a search can be kept, sent and gone back to.
 *
 * @param words what is bought (SRCH-DESC); empty for anything
 * @param contractor part of a name (SRCH-NAME); empty for any
 * @param codes fragments of product codes, each narrowing further (SRCH-WITHIN)
 * @param kind IT or NON_IT; empty for both
 * @param certification held by the contractor (SRCH-SBDVBE); empty for any
 * @param local true or false; empty for both
 * @param asOf only what was active that day
 * @param cursor where the page begins; empty for the first
 */
record SearchForm(
        Inputs inputs,
        String words,
        String contractor,
        List<String> codes,
        String kind,
        String certification,
        String local,
        Optional<LocalDate> asOf,
        String cursor) {
    static final int MOST_CODES = 5;

    private static final int LONGEST_CURSOR = 1_000;
    /** The fields that the registry calls otherwise than the page. */
    private static final Map<String, String> FIELDS = Map.of("description", "words", "openToLocal", "local");

    /** The kinds of agreement. */
    private enum Kind {
        IT,
        NON_IT
    }

    /** The certifications that the registry knows. */
    private enum Certification {
        SB,
        MB,
        DVBE,
        NP
    }

    /** Whether local agencies may use it. */
    private enum Local {
        TRUE,
        FALSE
    }

    static SearchForm read(Inputs inputs) {
        return new SearchForm(
                inputs,
                inputs.text("words"),
                inputs.text("contractor"),
                inputs.texts("code", MOST_CODES),
                inputs.choice("kind", Kind.class).map(Kind::name).orElse(""),
                inputs.choice("certification", Certification.class)
                        .map(Certification::name)
                        .orElse(""),
                inputs.choice("local", Local.class)
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                inputs.day("asOf"),
                inputs.text("cursor", LONGEST_CURSOR));
    }

    /** Returns the page's name of a field of the registry's. */
    static String fieldOf(String parameter) {
        return FIELDS.getOrDefault(parameter, parameter);
    }

    /** Returns the question to the registry, for a page that begins at a cursor; null for the first one. */
    Registry.Sought question(@Nullable String from, int limit, boolean counted) {
        var sought = new Registry.Sought();
        sought.description = Inputs.unlessEmpty(words);
        sought.contractor = Inputs.unlessEmpty(contractor);
        sought.codes = codes;
        sought.kind = Inputs.unlessEmpty(kind);
        sought.certification = Inputs.unlessEmpty(certification);
        sought.openToLocal = local.isEmpty() ? null : Boolean.valueOf(local);
        sought.asOf = asOf.orElse(null);
        sought.cursor = from;
        sought.facets = counted ? Boolean.TRUE : null;
        sought.limit = limit;
        return sought;
    }

    /** Returns the address of the first page of this search. */
    Address address() {
        return Address.of("agreements")
                .with("words", words)
                .with("contractor", contractor)
                .with("code", codes)
                .with("kind", kind)
                .with("certification", certification)
                .with("local", local)
                .with("asOf", day());
    }

    public String first() {
        return address().toString();
    }

    public String following(String next) {
        return address().with("cursor", next).toString();
    }

    public String csv() {
        return address().at("agreements.csv").toString();
    }

    /** Returns the address of an agreement that was found, as of the day searched for. */
    public String agreement(String number) {
        return Address.of("agreements", number).with("asOf", day()).toString();
    }

    /** Returns the address of the same question to the prices. */
    public String prices() {
        return Address.of("price-comparison")
                .with("words", words)
                .with("asOf", day())
                .toString();
    }

    public List<Narrowing.Chosen> chosen() {
        return Narrowing.chosenIn(this);
    }

    /** Puts what the registry says against a field beside it; what is about no field is thrown on. */
    void blame(ServiceProblem problem) {
        for (ServiceProblem.Fault fault : problem.faults()) {
            String field = fieldOf(fault.pointer());
            if (List.of("words", "contractor", "code", "asOf").contains(field)) {
                inputs.wrong(field, fault.detail() + ".");
            }
        }
        if (inputs.isFine()) {
            throw problem;
        }
    }

    private String day() {
        return asOf.map(LocalDate::toString).orElse("");
    }
}
