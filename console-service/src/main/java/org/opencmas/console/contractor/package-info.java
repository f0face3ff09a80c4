/** Contractors as the Department keeps them: names and how they change, where orders go to, certificates and when they end. */
@NullMarked
package org.opencmas.console.contractor;

import org.jspecify.annotations.NullMarked;
