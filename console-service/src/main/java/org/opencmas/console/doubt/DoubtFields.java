package org.opencmas.console.doubt;

import io.quarkus.qute.TemplateExtension;
import org.opencmas.console.client.Doubts.AskedDoubt;

/** In a template: {@code {doubt.field}}. */
@TemplateExtension
final class DoubtFields {
    private DoubtFields() {}

    /** Returns the form's field of a doubt, the same for the page and for what comes back. */
    static String field(AskedDoubt doubt) {
        return doubt.kind() + doubt.pointer().replace('/', '.');
    }
}
