package org.opencmas.registry.document.held;

import org.opencmas.problem.Refusal;

/** The bytes are none of the kinds that a copy of an agreement consists of; nothing of them was kept. */
final class ContentTypeNotTaken extends Refusal {
    private static final long serialVersionUID = 1;

    ContentTypeNotTaken() {
        super(
                "A document is a PDF, a Word or Excel file (.docx, .xlsx), a PNG, JPEG or TIFF image, or a text in UTF-8, as its bytes tell."
                        + " Save it as one of these.");
    }

    @Override
    public String slug() {
        return "document-type-not-taken";
    }

    @Override
    public int status() {
        return 415;
    }
}
