/**
 * What all dated figures have in common, whatever they are figures of: proposed by one person, activated by another, never edited.
 * What a figure means, and what follows when it counts, is the concern of the features.
 */
@NullMarked
package org.opencmas.fees.datedfigure;

import org.jspecify.annotations.NullMarked;
