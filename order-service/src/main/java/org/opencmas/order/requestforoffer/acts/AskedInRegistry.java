package org.opencmas.order.requestforoffer.acts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.order.registry.RegistryCopy;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.RequestAdvice;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;

/**
 * Looks up whom a request was sent to in the copy of the registry, as it stood on the day on which each was asked: the contractor, its name, that
 * the agreements are its own, and the certificates that are told of it (SOL-MIN3-STATE, Guide s2 p7). It advises and refuses nothing: the copy
 * may lag behind the registry.
 */
@ApplicationScoped
class AskedInRegistry {
    private static final String SOURCE = "Guide Section 2, page 7, Request for Offer";

    private final RegistryCopy registry;
    private final Database database;

    AskedInRegistry(RegistryCopy registry, Database database) {
        this.registry = registry;
        this.database = database;
    }

    /** @param rule the requirement on how many are asked that binds the agency */
    List<RequestAdvice> advice(RequestForOffer request, String rule) {
        List<ContractorAsked> asked = request.solicited().asked();
        if (asked.isEmpty()) {
            return List.of();
        }
        return database.with(connection -> {
            Function<String, Optional<KnownAgreement>> agreements = agreements(connection, asked);
            List<RequestAdvice> advice = new ArrayList<>();
            for (ContractorAsked one : asked) {
                of(connection, one, agreements).stream()
                        .map(message -> new RequestAdvice(
                                rule,
                                RequestAdvice.Kind.WARNING,
                                message,
                                SOURCE,
                                null,
                                "Look the contractor up in the search of agreements, and record what you find."))
                        .forEach(advice::add);
            }
            return advice;
        });
    }

    private Function<String, Optional<KnownAgreement>> agreements(Connection connection, List<ContractorAsked> asked)
            throws SQLException {
        List<CmasNumber> numbers = asked.stream()
                .flatMap(one -> one.cmasNumbers().stream())
                .distinct()
                .toList();
        var known = registry.agreements(connection, numbers).stream()
                .collect(Collectors.toMap(KnownAgreement::cmasNumber, agreement -> agreement));
        return number -> Optional.ofNullable(known.get(number));
    }

    private List<String> of(
            Connection connection, ContractorAsked asked, Function<String, Optional<KnownAgreement>> agreements)
            throws SQLException {
        LocalDate day = asked.asking().askedOn();
        List<String> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (CmasNumber number : asked.cmasNumbers()) {
            Optional<KnownAgreement> known = agreements.apply(number.canonical());
            if (known.isEmpty()) {
                found.add("Agreement " + number + ", under which " + asked.name() + " was asked, is not known here.");
            } else if (!known.get().on(day).contractorId().equals(asked.contractorId())) {
                found.add("Agreement " + number + ", under which " + asked.name() + " was asked, was "
                        + known.get().on(day).contractorName() + "'s on " + day + ".");
            } else {
                names.addAll(known.get().namesUntil(day));
            }
        }
        Optional<JsonNode> contractor = registry.contractor(connection, asked.contractorId());
        if (contractor.isEmpty()) {
            found.add("Contractor " + asked.contractorId() + ", told as " + asked.name() + ", is not known here.");
            return found;
        }
        names.add(contractor.get().path("legalName").asText());
        contractor.get().path("formerNames").forEach(name -> names.add(name.asText()));
        if (names.stream().map(Identifier::keyOf).noneMatch(Identifier.keyOf(asked.name())::equals)) {
            found.add("Contractor " + asked.contractorId() + ", told as " + asked.name() + ", is "
                    + contractor.get().path("legalName").asText() + " in the registry.");
        }
        for (CertificationType type : asked.certification().certifications()) {
            if (!hasCertificate(contractor.get(), type, day)) {
                found.add("No " + type + " certificate of " + asked.name() + " that was valid on " + day
                        + ", when it was asked, is known here.");
            }
        }
        return found;
    }

    private static boolean hasCertificate(JsonNode contractor, CertificationType type, LocalDate day) {
        for (JsonNode told : contractor.path("certificates")) {
            if (told.path("type").asText().equals(type.name())
                    && !day.isBefore(LocalDate.parse(told.path("validFrom").asText()))
                    && !day.isAfter(LocalDate.parse(told.path("validThrough").asText()))) {
                return true;
            }
        }
        return false;
    }
}
