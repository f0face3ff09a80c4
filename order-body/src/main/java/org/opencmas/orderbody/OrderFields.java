package org.opencmas.orderbody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.orderbody.NewOrder.NewSubOrder;
import org.opencmas.orderbody.NewOrder.NewVerification;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.particulars.NewParticulars;
import org.opencmas.orderbody.procurement.NewProcurement;

/** A body that holds the fields of an order beside its own, as that of an amendment does. */
public interface OrderFields {
    @Nullable
    String agencyId();

    @Nullable
    String agencyOrderNumber();

    @Nullable
    String orderDate();

    @Nullable
    String contractorId();

    @Nullable
    String contractNumber();

    @Nullable
    String orderToLocation();

    @Nullable
    String paymentMethod();

    @Nullable
    String tax();

    @Nullable
    String freight();

    @Nullable
    Boolean draft();

    @Nullable
    List<@Nullable NewLine> lines();

    @Nullable
    List<@Nullable NewSubOrder> subOrders();

    @Nullable
    NewVerification certificationVerification();

    @Nullable
    List<@Nullable NewAttestation> attestations();

    @Nullable
    NewDelivery delivery();

    @Nullable
    NewProcurement procurement();

    @Nullable
    NewParticulars particulars();

    /** The order that these fields describe. */
    default NewOrder order() {
        return new NewOrder(
                agencyId(),
                agencyOrderNumber(),
                orderDate(),
                contractorId(),
                contractNumber(),
                orderToLocation(),
                paymentMethod(),
                tax(),
                freight(),
                draft(),
                lines(),
                subOrders(),
                certificationVerification(),
                attestations(),
                delivery(),
                procurement(),
                particulars());
    }
}
