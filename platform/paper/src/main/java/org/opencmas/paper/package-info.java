/**
 * Papers as PDF: {@link org.opencmas.paper.Paper} takes headings, paragraphs and tables of plain text and makes a document that is
 * the same to the byte whenever it is made from the same text and day. The font is embedded.
 *
 * <p>Not here: what stands on a paper; that is said by the feature whose paper it is.
 */
@NullMarked
package org.opencmas.paper;

import org.jspecify.annotations.NullMarked;
