package org.opencmas.console.draft;

/**
 * A statement that a person can sign in the editor.
 *
 * @param rule the rule that asks for it
 * @param statement the words that the rule book proposes; empty when it has none
 * @param signedBy who has to sign
 * @param evidence what has to be kept
 * @param signed whether the form signs it
 */
public record Attestable(String rule, String statement, String signedBy, String evidence, boolean signed) {}
