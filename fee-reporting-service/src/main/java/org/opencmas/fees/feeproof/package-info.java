/**
 * The proof of a report's fee: all facts from which every cent of it can be worked out again by somebody else, sealed with a digest.
 * {@code verify/fee_proof.py} is such a somebody; it shares no code with the service.
 */
@NullMarked
package org.opencmas.fees.feeproof;

import org.jspecify.annotations.NullMarked;
