package org.opencmas.console.draft;

import io.quarkus.qute.TemplateExtension;

/** The names of the fields in which a rule's attestation is signed. In a template: {@code {rule.statementField}}. */
@TemplateExtension
final class AttestationFields {
    private AttestationFields() {}

    static String statementField(String rule) {
        return "attest." + rule + ".statement";
    }

    static String evidenceField(String rule) {
        return "attest." + rule + ".evidence";
    }
}
