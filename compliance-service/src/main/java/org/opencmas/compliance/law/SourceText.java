package org.opencmas.compliance.law;

/**
 * A text that the requirements are read out of.
 *
 * @param file its name
 * @param sha256 of the whole file as it was read
 */
public record SourceText(String id, String title, String file, String sha256) {}
