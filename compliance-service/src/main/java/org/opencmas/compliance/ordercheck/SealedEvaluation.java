package org.opencmas.compliance.ordercheck;

/**
 * A receipt with the hash that is written with it.
 *
 * @param storedHash another than the receipt's own shows a change
 */
record SealedEvaluation(Evaluation evaluation, String storedHash) {}
