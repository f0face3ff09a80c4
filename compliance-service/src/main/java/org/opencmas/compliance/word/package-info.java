/**
 * What a person says when deciding something or taking it back: the reason and its day, read in one way.
 *
 * <p>Not here: what is decided ({@code exemption}) and what is taken back ({@code evaluation}).
 */
@NullMarked
package org.opencmas.compliance.word;

import org.jspecify.annotations.NullMarked;
