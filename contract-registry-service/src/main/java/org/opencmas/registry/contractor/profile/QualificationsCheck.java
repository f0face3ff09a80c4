package org.opencmas.registry.contractor.profile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.Identifier;

/** Whether qualifications agree with the calendar and with themselves; every fault is found at once. */
public final class QualificationsCheck {
    private final LocalDate today;
    private final FaultList faults = new FaultList();

    private QualificationsCheck(LocalDate today) {
        this.today = today;
    }

    /**
     * @param today in California; nothing was looked up later, that day itself is allowed
     * @throws InvalidRequest (400) with all that is wrong
     */
    public static void require(Qualifications qualifications, LocalDate today) {
        var check = new QualificationsCheck(today);
        check.licences(qualifications.licences());
        check.permit(qualifications.sellersPermit());
        check.manufacturers(qualifications.manufacturerAuthorizations());
        check.resellers(qualifications.authorizedResellers());
        if (!check.faults.isEmpty()) {
            throw new InvalidRequest(check.faults);
        }
    }

    private void licences(List<ContractorLicence> licences) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < licences.size(); i++) {
            ContractorLicence licence = licences.get(i);
            String at = "/licences/" + i;
            if (!seen.add(Identifier.keyOf(licence.number()))) {
                faults.add(new Fault(at + "/number", "is listed twice", "Keep one of them, with all its classes."));
            }
            inOrder(at + "/expiresOn", licence.issuedOn(), licence.expiresOn());
            checked(at + "/checkedOn", licence.checkedOn());
        }
    }

    private void permit(@Nullable SellersPermit permit) {
        if (permit == null) {
            return;
        }
        inOrder("/sellersPermit/closedOn", permit.validFrom(), permit.closedOn());
        checked("/sellersPermit/checkedOn", permit.checkedOn());
    }

    private void manufacturers(List<ManufacturerAuthorization> authorizations) {
        for (int i = 0; i < authorizations.size(); i++) {
            String at = "/manufacturerAuthorizations/" + i;
            ManufacturerAuthorization each = authorizations.get(i);
            inOrder(at + "/authorizedThrough", each.authorizedFrom(), each.authorizedThrough());
            checked(at + "/checkedOn", each.checkedOn());
        }
    }

    private void resellers(List<AuthorizedReseller> resellers) {
        for (int i = 0; i < resellers.size(); i++) {
            AuthorizedReseller each = resellers.get(i);
            inOrder(
                    "/authorizedResellers/" + i + "/authorizedThrough",
                    each.authorizedFrom(),
                    each.authorizedThrough());
        }
    }

    private void inOrder(String pointer, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(new Fault(pointer, "is before the first day, " + first, "Give that day or a later one."));
        }
    }

    private void checked(String pointer, LocalDate day) {
        if (day.isAfter(today)) {
            faults.add(new Fault(
                    pointer,
                    "is in the future: today is " + today + " in California",
                    "Give the day it was looked up."));
        }
    }
}
