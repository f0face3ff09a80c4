/** The demo: parts that are run one after the other on a running suite, each with its heading, until one does not hold. It knows none of the parts. */
@NullMarked
package org.opencmas.local.demo;

import org.jspecify.annotations.NullMarked;
