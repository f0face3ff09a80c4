/** Orders that reports type otherwise than their agencies: which look alike, which an analyst tied, and which ties were withdrawn. */
@NullMarked
package org.opencmas.console.tie;

import org.jspecify.annotations.NullMarked;
