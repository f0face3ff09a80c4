/** Events as tests send and see them: what a record holds, whether it is what its schema says, what a topic has. */
@NullMarked
package org.opencmas.testkit.event;

import org.jspecify.annotations.NullMarked;
