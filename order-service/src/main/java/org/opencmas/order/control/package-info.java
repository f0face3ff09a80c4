/** What an agency does with an order beside writing its versions: approving one before it is sent, having its work stop and go on. */
@NullMarked
package org.opencmas.order.control;

import org.jspecify.annotations.NullMarked;
