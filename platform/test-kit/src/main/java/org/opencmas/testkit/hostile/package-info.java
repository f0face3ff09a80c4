/** Files that are made to hurt whoever reads them. */
@NullMarked
package org.opencmas.testkit.hostile;

import org.jspecify.annotations.NullMarked;
