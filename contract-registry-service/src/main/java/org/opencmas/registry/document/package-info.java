/**
 * Documents of agreements: the parts of a complete copy, held or referenced, the copy as one file, and which copy a buyer got. What an
 * agreement's documents say is not read; nothing that was uploaded is ever executed or rendered.
 */
@NullMarked
package org.opencmas.registry.document;

import org.jspecify.annotations.NullMarked;
