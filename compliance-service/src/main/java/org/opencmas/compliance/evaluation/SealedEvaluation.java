package org.opencmas.compliance.evaluation;

/**
 * A receipt with the hash that is written with it.
 *
 * @param storedHash another than the receipt's own shows a change
 */
record SealedEvaluation(Evaluation evaluation, String storedHash) {}
