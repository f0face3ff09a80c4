package org.opencmas.orderbody.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When the order is to be fulfilled, as it is sent; see {@link Delivery}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewOrderDelivery")
public record NewDelivery(
        @Schema(format = "date") @Nullable String deliverBy,
        @Schema(format = "date") @Nullable String servicesFrom,
        @Schema(format = "date") @Nullable String servicesThrough) {}
