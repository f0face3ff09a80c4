/** What tests of several services need. */
@NullMarked
package org.opencmas.testkit;

import org.jspecify.annotations.NullMarked;
