/** The sample data and how they get into a running suite. The files and what is made up in them: {@code sample/README.md}. */
@NullMarked
package org.opencmas.local.sample;

import org.jspecify.annotations.NullMarked;
