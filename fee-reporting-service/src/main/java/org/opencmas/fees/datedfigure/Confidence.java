package org.opencmas.fees.datedfigure;

/** How sure a dated figure is. */
public enum Confidence {
    /** Figure and date stand in an official text. */
    CONFIRMED,
    /** Read from a copy of an official text on another host. */
    COPY_OF_OFFICIAL_TEXT,
    /** No text was found for the date, or for more of it: a working assumption, to be replaced by a later row. */
    UNCONFIRMED
}
