package org.opencmas.fees.datedfigure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure a dated figure is. */
@Schema(name = "FigureConfidence")
public enum Confidence {
    /** Figure and date stand in an official text. */
    CONFIRMED,
    /** Read from a copy of an official text on another host. */
    COPY_OF_OFFICIAL_TEXT,
    /** No text was found for the date, or for more of it: a working assumption, to be replaced by a later row. */
    UNCONFIRMED
}
