package org.opencmas.orderbody.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When the order is to be fulfilled. It may be after the agreement's end (Guide s3 p9).
 *
 * @param deliverBy the day by which goods are delivered; null when it is not told
 * @param servicesFrom the first day of the services; null when it is not told
 * @param servicesThrough the last day of the services, inclusive; null when it is not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderDelivery")
public record Delivery(
        @Nullable LocalDate deliverBy,
        @Nullable LocalDate servicesFrom,
        @Nullable LocalDate servicesThrough) {}
