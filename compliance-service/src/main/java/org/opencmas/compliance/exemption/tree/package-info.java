/** The decision tree of the Technology Letter: the facts that are told, and the determination that follows from them. It knows no request, database or person. */
@NullMarked
package org.opencmas.compliance.exemption.tree;

import org.jspecify.annotations.NullMarked;
