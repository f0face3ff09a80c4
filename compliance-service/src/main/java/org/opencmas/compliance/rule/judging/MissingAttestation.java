package org.opencmas.compliance.rule.judging;

import java.util.List;

/**
 * An attestation that is asked for and not there.
 *
 * @param kind what is to be attested to, as {@link AttestationKind} names it
 * @param rule the rule that the attestation is to name
 * @param blocking true when the document cannot be used without it
 * @param lineIds the lines it is to be made for; empty for the whole document
 */
public record MissingAttestation(String kind, String rule, boolean blocking, List<String> lineIds) {}
