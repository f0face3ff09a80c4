package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.AgreementCopy;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.CopyItem;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ExtraApproval;
import org.opencmas.terms.CmasNumber;

/** The copies of agreements that an agency tells to have read. */
public record CopiesRead(List<AgreementCopy> copies) {

    public static CopiesRead of(Order order) {
        return new CopiesRead(order.procurement()
                .map(way -> {
                    @Nullable List<AgreementCopy> told = way.agreementCopies();
                    return told == null ? List.<AgreementCopy>of() : told;
                })
                .orElse(List.of()));
    }

    public boolean none() {
        return copies.isEmpty();
    }

    /** The newest copy of that CMAS, with what any of its copies was read for; empty when none is told. */
    public Optional<AgreementCopy> of(CmasNumber cmas) {
        List<AgreementCopy> own =
                copies.stream().filter(copy -> copy.cmasNumber().equals(cmas)).toList();
        return own.stream()
                .max(Comparator.comparingInt(AgreementCopy::supplementNumber).thenComparing(AgreementCopy::obtainedOn))
                .map(newest -> new AgreementCopy(
                        cmas,
                        newest.supplementNumber(),
                        newest.obtainedOn(),
                        newest.obtainedBy(),
                        checked(own),
                        approvals(newest, own),
                        newest.terms()));
    }

    /** As {@link #of(CmasNumber)}, of the copies obtained by that day; of the later ones where none was. */
    public Optional<AgreementCopy> of(CmasNumber cmas, LocalDate day) {
        return new CopiesRead(copies.stream()
                        .filter(copy -> !copy.obtainedOn().isAfter(day))
                        .toList())
                .of(cmas)
                .or(() -> of(cmas));
    }

    private static List<CopyItem> checked(List<AgreementCopy> own) {
        Set<CopyItem> checked = new LinkedHashSet<>();
        own.forEach(copy -> checked.addAll(copy.checked()));
        return List.copyOf(checked);
    }

    private static @Nullable List<ExtraApproval> approvals(AgreementCopy newest, List<AgreementCopy> own) {
        return newest.extraApprovals() != null
                ? newest.extraApprovals()
                : own.stream()
                        .map(AgreementCopy::extraApprovals)
                        .filter(told -> told != null)
                        .findFirst()
                        .orElse(null);
    }
}
