package org.opencmas.registry.contractor.profile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;

/** Whether qualifications agree with the calendar and with themselves; every fault is found at once. */
public final class QualificationsCheck {
    private final FieldReader fields;
    private final LocalDate today;

    private QualificationsCheck(FieldReader fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    /**
     * Notes all that is wrong; an entry that is absent, or lacks what is looked at, is passed over.
     *
     * @param today in California; nothing was looked up later, that day itself is allowed
     */
    public static void check(
            FieldReader fields,
            LocalDate today,
            @Nullable List<? extends @Nullable ContractorLicence> licences,
            @Nullable SellersPermit permit,
            @Nullable List<? extends @Nullable ManufacturerAuthorization> manufacturers,
            @Nullable List<? extends @Nullable AuthorizedReseller> resellers) {
        var check = new QualificationsCheck(fields, today);
        Set<String> seen = new HashSet<>();
        each(licences, (i, licence) -> check.licence("/licences/" + i, licence, seen));
        check.permit(permit);
        each(manufacturers, (i, one) -> check.manufacturer("/manufacturerAuthorizations/" + i, one));
        each(
                resellers,
                (i, one) -> check.inOrder(
                        "/authorizedResellers/" + i + "/authorizedThrough",
                        one.authorizedFrom(),
                        one.authorizedThrough()));
    }

    private interface Entry<T> {
        void look(int place, T entry);
    }

    private static <T> void each(@Nullable List<? extends @Nullable T> entries, Entry<T> look) {
        for (int i = 0; entries != null && i < entries.size(); i++) {
            T entry = entries.get(i);
            if (entry != null) {
                look.look(i, entry);
            }
        }
    }

    private void licence(String at, ContractorLicence licence, Set<String> seen) {
        if (licence.number() != null && !seen.add(Identifier.keyOf(licence.number()))) {
            fields.fault(at + "/number", "is listed twice", "Keep one of them, with all its classes.");
        }
        inOrder(at + "/expiresOn", licence.issuedOn(), licence.expiresOn());
        checked(at + "/checkedOn", licence.checkedOn());
    }

    private void permit(@Nullable SellersPermit permit) {
        if (permit == null) {
            return;
        }
        inOrder("/sellersPermit/closedOn", permit.validFrom(), permit.closedOn());
        checked("/sellersPermit/checkedOn", permit.checkedOn());
    }

    private void manufacturer(String at, ManufacturerAuthorization each) {
        inOrder(at + "/authorizedThrough", each.authorizedFrom(), each.authorizedThrough());
        checked(at + "/checkedOn", each.checkedOn());
    }

    private void inOrder(String pointer, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            fields.fault(pointer, "is before the first day, " + first, "Give that day or a later one.");
        }
    }

    private void checked(String pointer, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            fields.fault(
                    pointer,
                    "is in the future: today is " + today + " in California",
                    "Give the day it was looked up.");
        }
    }
}
