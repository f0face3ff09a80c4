/**
 * What an amendment would do, before it is done: the same way as the amendment itself, taken back at its end, with a token that binds the
 * amendment to what was shown.
 */
@NullMarked
package org.opencmas.order.preview;

import org.jspecify.annotations.NullMarked;
