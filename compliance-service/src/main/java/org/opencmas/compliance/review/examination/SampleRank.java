package org.opencmas.compliance.review.examination;

import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** By which a random sample is chosen: the orders with the lowest ranks. The same seed ranks the same orders alike for ever. */
final class SampleRank {
    private SampleRank() {}

    /** SHA-256, lower-case hexadecimal, over the seed in decimals, a colon and the order's id. */
    static String of(long seed, UUID orderId) {
        return DigestUtils.sha256Hex(seed + ":" + orderId);
    }
}
