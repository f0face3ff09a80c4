package org.opencmas.compliance.review.finding;

/** How much a finding says by itself. */
public enum Weight {
    /** A requirement is broken on the facts shown. */
    VIOLATION,
    /** A sign that a person looks at; it may have a good reason. */
    QUESTION,
    /** A fact is missing, and the message names it; nothing passes by silence. */
    UNDETERMINED
}
